import { bigint, boolean, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, citext, id } from "./columns";
import { workspaces } from "./workspaces";

export type Security = "tls" | "starttls" | "none";

export const MAILBOX_STATES = ["new", "connected", "failing", "disabled"] as const;

export const mailboxes = pgTable(
  "mailboxes",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    address: citext("address").notNull(),
    displayName: text("display_name").notNull().default(""),
    signatureHtml: text("signature_html").notNull().default(""),
    /** 1 to 8: the mailbox colours of the tokens. */
    colour: integer().notNull().default(1),
    engine: text({ enum: ["smtp", "sandbox"] }).notNull(),
    imapHost: text("imap_host"),
    imapPort: integer("imap_port"),
    imapSecurity: text("imap_security").$type<Security>(),
    imapUser: text("imap_user"),
    imapPassword: text("imap_password"),
    smtpHost: text("smtp_host"),
    smtpPort: integer("smtp_port"),
    smtpSecurity: text("smtp_security").$type<Security>(),
    smtpUser: text("smtp_user"),
    smtpPassword: text("smtp_password"),
    state: text({ enum: MAILBOX_STATES }).notNull().default("new"),
    /** A closed word ("auth", "network", "tls") while `failing`. */
    stateReason: text("state_reason"),
    stateDetail: text("state_detail"),
    stateSince: at("state_since").notNull().defaultNow(),
    lastSyncedAt: at("last_synced_at"),
    nextAttemptAt: at("next_attempt_at"),
    /** A sync asked for by somebody who waits (a reply with if_no_reply): done when `lastSyncedAt` is later. */
    syncRequestedAt: at("sync_requested_at"),
    leaseOwner: uuid("lease_owner"),
    leaseUntil: at("lease_until"),
    timeZone: text("time_zone").notNull().default("UTC"),
    createdAt: at("created_at").notNull().defaultNow(),
    disabledAt: at("disabled_at"),
  },
  (table) => [unique("mailboxes_address").on(table.workspaceId, table.address)],
);

/** How far each folder was read (RFC 9051 §2.3.1.1: a UID holds under one UIDVALIDITY). */
export const mailboxFolders = pgTable(
  "mailbox_folders",
  {
    id: id(),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id),
    path: text().notNull(),
    role: text({ enum: ["inbox", "sent"] }).notNull(),
    uidValidity: bigint("uid_validity", { mode: "number" }),
    lastUid: bigint("last_uid", { mode: "number" }).notNull().default(0),
    lastSyncedAt: at("last_synced_at"),
  },
  (table) => [unique("mailbox_folders_path").on(table.mailboxId, table.path)],
);

export type TestStep = {
  /** `open` stands in for `tls` where the operator has exempted the server from it. */
  step: "name" | "tls" | "open" | "login" | "folders" | "message";
  side: "imap" | "smtp";
  state: "waiting" | "running" | "passed" | "failed";
  reason?: string;
  detail?: string;
  ms?: number;
};

/** A test of a mailbox's two servers, whose steps the page shows while the job runs. */
export const mailboxTests = pgTable("mailbox_tests", {
  id: id(),
  workspaceId: uuid("workspace_id")
    .notNull()
    .references(() => workspaces.id),
  mailboxId: uuid("mailbox_id")
    .notNull()
    .references(() => mailboxes.id),
  steps: jsonb().$type<TestStep[]>().notNull(),
  startedAt: at("started_at").notNull().defaultNow(),
  finishedAt: at("finished_at"),
  passed: boolean(),
});
