import { and, eq, isNull, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { messages, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { reopenUnanswered } from "@/lib/services/follow-ups/reopen-unanswered";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
import { reopenAnswered } from "@/lib/services/reminders/reopen-answered";
import type { Incoming } from "./direction-of-message";
import type { KnownMessage } from "./find-known-messages";
import type { IngestResult } from "./ingest-types";
import { type HeldThread, lockThread } from "./lock-thread";
import { resolveFoundReplies } from "./resolve-found-replies";
import { summariseThread } from "./summarise-thread";
import { writeWriters } from "./write-writers";

/**
 * The same message again (another folder, the Sent copy of our reply, a resync) adds no row. A copy that says more than the
 * stored one fills it in: which reply it is, whom it went to blindly, that it is ours, that somebody took it out of Junk.
 */
export async function updateKnownMessage(
  tx: Database,
  message: Incoming,
  self: KnownMessage,
  now: Clock,
): Promise<IngestResult> {
  const { reply } = message;
  const isRescued = self.isJunk && message.source === "inbox";
  const news = {
    ...(isRescued ? { isJunk: false } : {}),
    ...(message.bcc.length > self.bcc.length ? { bcc: message.bcc } : {}),
    ...(reply && self.replyId !== reply.id
      ? { replyId: reply.id, authorId: reply.authorId, statsId: reply.statsId }
      : {}),
  };
  if (Object.keys(news).length > 0) await tx.update(messages).set(news).where(eq(messages.id, self.id));
  if (reply && self.statsId !== reply.statsId) await carryStatsId(tx, self, reply.statsId);
  const isOurs = isFiledAsOurs(message, self);
  if (isOurs || (self.isUnproven && !message.isUnproven)) await prove(tx, message, self, now());
  await resolveFoundReplies(tx, message, []);
  if (isRescued) await notifyChange(tx, { workspaceId: message.workspaceId, kind: "thread", threadId: self.threadId });
  return { messageId: self.id, threadId: self.threadId, isNew: false, direction: isOurs ? "out" : self.direction };
}

/**
 * INBOX had the copy that somebody who wrote from an alias sent himself, and took it for the other side's. What only was moved to
 * Sent is the same source; the copy that a mail program files there has no traces of a way.
 */
const isFiledAsOurs = (message: Incoming, self: KnownMessage): boolean =>
  message.source === "sent" &&
  message.direction === "out" &&
  self.direction === "in" &&
  message.raw.length !== self.size;

/** An INBOX had it before the Sent folder or the outbox did: from now on it counts as ours, and whom it went to is a lead. */
async function prove(tx: Database, message: Incoming, self: KnownMessage, seenAt: Date): Promise<void> {
  const { isAutomatic, automaticReason, workspaceId } = message;
  const former = await lockThread(tx, message, self.threadId, null);
  const readAt = sql`coalesce(${messages.readAt}, ${messages.sentAt})`;
  const ours = { direction: "out" as const, writer: null, readAt };
  const values = { isAutomatic, automaticReason, ...(self.direction === "in" ? ours : {}) };
  const isThis = eq(messages.id, self.id);
  const [proven] = await tx.update(messages).set(values).where(isThis).returning({ firstSeenAt: messages.firstSeenAt });
  if (self.direction === "in") await showOther(tx, message, self.threadId);
  // A stranger's thread is a lead's from now on, and so are his earlier messages.
  if (former.kind === "untracked") await writeWriters(tx, self.threadId);
  await summariseThread(tx, message, { former, messageId: self.id, seenAt });
  if (self.direction === "in") await answersNobody(tx, message, { former, firstSeenAt: proven!.firstSeenAt, seenAt });
  await notifyChange(tx, { workspaceId, kind: "thread", threadId: self.threadId, mailboxId: former.mailboxId });
}

type Taken = { former: HeldThread; firstSeenAt: Date; seenAt: Date };

/** What waits for an answer was settled by it, and waits again unless something else has answered. */
async function answersNobody(
  tx: Database,
  { workspaceId, from }: Incoming,
  { former: { id: threadId, leadId }, firstSeenAt, seenAt: at }: Taken,
): Promise<void> {
  if (leadId) {
    await reopenAnswered(tx, { workspaceId, leadId, answeredAt: firstSeenAt });
    await closeAnsweredReminders(tx, { threadId, leadId, at });
  }
  const answer = { threadId, leadId, from: from?.address ?? "" };
  await reopenUnanswered(tx, { workspaceId, answer, firstSeenAt, at });
}

/** The thread is with whom we wrote to, not with our alias. */
async function showOther(tx: Database, { from, others: [other] }: Incoming, threadId: number): Promise<void> {
  if (!from || !other) return;
  await tx
    .update(threads)
    .set({ contactName: other.name, contactAddress: other.address })
    .where(and(eq(threads.id, threadId), eq(threads.contactAddress, from.address)));
}

/** The Sent copy was faster than the outbox: answers that carry the copy's own emailStatsId carry the reply's from now on. */
async function carryStatsId(tx: Database, self: KnownMessage, statsId: string): Promise<void> {
  await tx
    .update(messages)
    .set({ statsId })
    .where(and(eq(messages.threadId, self.threadId), eq(messages.statsId, self.statsId), isNull(messages.replyId)));
}
