import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { HELD_REASONS, REPLY_ORIGINS, REPLY_STATUSES, SCHEDULE_CONDITIONS } from "@/lib/domain/reply-state";
import type { RecipientOutcome } from "@/lib/domain/recipient-outcome";
import type { StepWait } from "@/lib/domain/follow-up";
import type { Party } from "@/lib/domain/party";
import { apiKeys } from "./api-keys";
import { at, id } from "./columns";
import { followUpChains } from "./follow-ups";
import { mailboxes } from "./mailboxes";
import { members } from "./members";
import { messages } from "./messages";
import { threads } from "./threads";
import { uploads } from "./uploads";
import { workspaces } from "./workspaces";

/** The outbox: one row a reply, from acceptance to the server's answer. Its id is the draft's id. */
export const replies = pgTable(
  "replies",
  {
    id: id(),
    workspaceId: uuid("workspace_id")
      .notNull()
      .references(() => workspaces.id),
    threadId: bigint("thread_id", { mode: "number" })
      .notNull()
      .references(() => threads.id),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id),
    /** The message answered to. */
    parentId: uuid("parent_id")
      .notNull()
      .references(() => messages.id),
    authorId: uuid("author_id")
      .notNull()
      .references(() => members.id),
    apiKeyId: uuid("api_key_id").references(() => apiKeys.id),
    origin: text({ enum: REPLY_ORIGINS }).notNull(),
    /** A forward goes to others than the lead and answers nobody. */
    kind: text({ enum: ["reply", "forward"] })
      .notNull()
      .default("reply"),
    status: text({ enum: REPLY_STATUSES }).notNull(),
    heldReason: text("held_reason", { enum: HELD_REASONS }),
    /** Why it failed or was cancelled: a closed word, and the server's own words for the curious. */
    reason: text(),
    detail: text(),
    to: jsonb("to").$type<Party[]>().notNull(),
    cc: jsonb("cc").$type<Party[]>().notNull().default([]),
    bcc: jsonb("bcc").$type<Party[]>().notNull().default([]),
    subject: text().notNull(),
    bodyHtml: text("body_html").notNull(),
    /** It leaves as text alone, without an HTML part. */
    isPlain: boolean("is_plain").notNull().default(false),
    addSignature: boolean("add_signature").notNull(),
    replyEmailBody: text("reply_email_body"),
    replyEmailTime: text("reply_email_time"),
    scheduleCondition: text("schedule_condition", { enum: SCHEDULE_CONDITIONS }).notNull().default("always"),
    seqType: text("seq_type"),
    /** The chosen instant and the zone it was chosen in; null = now. */
    scheduledAt: at("scheduled_at"),
    scheduledZone: text("scheduled_zone"),
    /** When it may leave: the chosen instant, or the end of the undo hold. */
    dueAt: at("due_at").notNull(),
    nextAttemptAt: at("next_attempt_at"),
    attempts: integer().notNull().default(0),
    /** Without angle brackets; fixed when the reply is accepted. */
    messageId: text("message_id").notNull().unique(),
    statsId: text("stats_id").notNull(),
    acceptedAt: at("accepted_at").notNull(),
    /** When the author began to write: what a teammate has sent or planned since then, the author may not know of. */
    begunAt: at("begun_at"),
    /** The author has seen a teammate's reply and wants this one to leave all the same. */
    seenBesideAt: at("seen_beside_at"),
    /** The claim: a token that each write of the sender names, and until when it holds. */
    claimToken: uuid("claim_token"),
    claimedUntil: at("claimed_until"),
    /** The durable mark, written just before the message body is handed over. */
    markedAt: at("marked_at"),
    sentAt: at("sent_at"),
    serverResponse: text("server_response"),
    outcomes: jsonb().$type<RecipientOutcome[]>().notNull().default([]),
    sentMessageId: uuid("sent_message_id").references(() => messages.id),
    /** The lead at Smartlead through which it leaves; null for a mailbox's own server. No reference, since that table lies above. */
    smartleadLeadId: uuid("smartlead_lead_id"),
    /** When Smartlead took a scheduled reply to send it at its time. */
    handedOverAt: at("handed_over_at"),
    /** When its outcome was last asked of Smartlead. */
    checkedAt: at("checked_at"),
    /** A step of follow-ups that were planned in one go: its place among them from 1, and how long after the one before. */
    chainId: uuid("chain_id").references(() => followUpChains.id),
    chainStep: integer("chain_step"),
    chainWait: jsonb("chain_wait").$type<StepWait>(),
    /** An answer to an invitation (iTIP, RFC 5546) that goes along as a calendar part. */
    calendarPart: text("calendar_part"),
    /** When the copy was filed in the Sent folder; its failure never resends. */
    filedAt: at("filed_at"),
  },
  (table) => [
    index("replies_thread").on(table.threadId),
    index("replies_status_due").on(table.status, table.dueAt),
    index("replies_mailbox").on(table.mailboxId, table.status),
    index("replies_chain")
      .on(table.chainId)
      .where(sql`chain_id is not null`),
    // A calendar asks for what leaves or left in a span of time.
    index("replies_workspace_due").on(table.workspaceId, table.dueAt),
    index("replies_unfinished")
      .on(table.sentAt)
      .where(sql`status = 'sent' and (sent_message_id is null or filed_at is null)`),
  ],
);

export const replyAttachments = pgTable(
  "reply_attachments",
  {
    id: id(),
    replyId: uuid("reply_id")
      .notNull()
      .references(() => replies.id),
    position: integer().notNull(),
    uploadId: uuid("upload_id").references(() => uploads.id),
    /** An https address that the worker fetches; null for an upload. */
    fileUrl: text("file_url"),
    fileName: text("file_name").notNull(),
    contentType: text("content_type"),
    size: integer(),
    /** A cid in the body that shows this file inline. */
    contentId: text("content_id"),
    storageKey: text("storage_key"),
  },
  (table) => [unique("reply_attachments_position").on(table.replyId, table.position)],
);
