import { bigint, boolean, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { MAILBOX_ENGINES } from "@/lib/domain/mailbox-engine";
import { MAILBOX_SIGN_INS } from "@/lib/domain/mailbox-sign-in";
import { at, citext, id } from "./columns";
import { workspaces } from "./workspaces";

export type Security = "tls" | "starttls" | "none";

/** What tells warm-up mail: names of headers, words in the subject, and addresses or domains of senders. */
export type WarmUpRules = { headers: string[]; tags: string[]; senders: string[] };

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
    engine: text({ enum: MAILBOX_ENGINES }).notNull(),
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
    signIn: text("sign_in", { enum: MAILBOX_SIGN_INS }).notNull().default("password"),
    /** Sealed JSON: the refresh token, and the access token with its end. Null until somebody has authorised. */
    oauthTokens: text("oauth_tokens"),
    /** When the access token ends: it is renewed ahead of that. */
    oauthExpiresAt: at("oauth_expires_at"),
    state: text({ enum: MAILBOX_STATES }).notNull().default("new"),
    /** A closed word ("auth", "network", "tls", "name", or "sending": read, but refused at the sign-in for sending) while `failing`. */
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
    /** When the machine may send by itself: ISO weekdays (1 is Monday) and wall times ("09:00") in the mailbox's zone; null is always. */
    windowDays: integer("window_days").array(),
    windowStart: text("window_start"),
    windowEnd: text("window_end"),
    /** What the machine may send in a day of the mailbox's zone, and the least pause between two of its sends, in seconds. */
    dailyCap: integer("daily_cap"),
    minimumGap: integer("minimum_gap").notNull().default(0),
    /** Where copies of what was sent are kept; null as found. `auto` files none where the provider does it by itself. */
    sentFolder: text("sent_folder"),
    /** The largest message in bytes that its server takes (SIZE, RFC 1870); null while nobody has asked. */
    sizeLimit: bigint("size_limit", { mode: "number" }),
    sentCopies: text("sent_copies", { enum: ["auto", "file", "leave"] })
      .notNull()
      .default("auto"),
    /** Whether read here is read on the server, and the other way round. */
    followsSeen: boolean("follows_seen").notNull().default(false),
    /** Whether Junk is read for answers; off where the server does not let it be read. */
    readsJunk: boolean("reads_junk").notNull().default(true),
    warmUp: jsonb("warm_up").$type<WarmUpRules>().notNull().default({ headers: [], tags: [], senders: [] }),
    createdAt: at("created_at").notNull().defaultNow(),
    disabledAt: at("disabled_at"),
    /** Taken out of the settings and never read again; its threads stay. */
    removedAt: at("removed_at"),
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
    role: text({ enum: ["inbox", "sent", "junk"] }).notNull(),
    uidValidity: bigint("uid_validity", { mode: "number" }),
    lastUid: bigint("last_uid", { mode: "number" }).notNull().default(0),
    /** How far flags and expunges were followed (RFC 7162); null where the server does not tell. A text, since it has 63 bits. */
    highestModseq: text("highest_modseq"),
    lastSyncedAt: at("last_synced_at"),
    /** Since when the server refuses to let it be read; null while it does not, or while nobody asks for it. */
    refusedSince: at("refused_since"),
  },
  (table) => [unique("mailbox_folders_path").on(table.mailboxId, table.path)],
);

export type TestStep = {
  /** `open` stands in for `tls` where the operator has exempted the server from it. */
  step: "name" | "tls" | "open" | "login" | "folders" | "message" | "arrival";
  side: "imap" | "smtp";
  /** `noted`: it works, and `reason` says what there is to know. */
  state: "waiting" | "running" | "passed" | "noted" | "failed";
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
