import { and, between, desc, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, threads } from "@/lib/db/schema";
import { paragraphsOf } from "@/lib/domain/plain-text";
import { matchSentMessage } from "@/lib/services/replies/match-sent-message";
import type { Incoming } from "./direction-of-message";
import type { IngestResult } from "./ingest-types";
import type { Place } from "./thread-of-message";

type Recognised = { reply: NonNullable<Incoming["reply"]>; stored: IngestResult | null };

/** Without a Message-ID in the history only text and time tell a step of the campaign. */
const SAME_TIME_MS = 10 * 60_000;

/**
 * A mailbox that Smartlead sends from may be read by IMAP as well: what lies in its Sent folder is a reply of ours then, under a
 * Message-ID that we have never seen.
 */
export async function recogniseSmartleadCopy(
  tx: Database,
  message: Incoming,
  place: Place,
): Promise<Recognised | null> {
  if (message.source !== "sent" || message.direction !== "out" || message.reply) return null;
  for (const threadId of await threadsOf(tx, message, place)) {
    const found = await recogniseIn(tx, message, threadId);
    if (found) return found;
  }
  return null;
}

/** Where the message goes, or would have gone had it named what it answers: Smartlead's threads with the lead in this mailbox. */
async function threadsOf(tx: Database, { mailboxId }: Incoming, place: Place): Promise<number[]> {
  const isSmartleads = eq(threads.engine, "smartlead");
  if (place.threadId === null && place.kind !== "lead") return [];
  const isMeant =
    place.threadId === null
      ? and(eq(threads.leadId, place.contact.leadId), eq(threads.mailboxId, mailboxId))
      : eq(threads.id, place.threadId);
  const rows = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(isSmartleads, isMeant))
    .orderBy(desc(threads.lastMessageAt))
    .limit(MOST_THREADS);
  return rows.map(({ id }) => id);
}

/** A lead is in few campaigns of one mailbox. */
const MOST_THREADS = 5;

async function recogniseIn(tx: Database, message: Incoming, threadId: number): Promise<Recognised | null> {
  if (await isStep(tx, message, threadId)) return null;
  const { messageId, sentAt: time, html, text } = message;
  const sent = { messageId, statsId: "", time, html: html || paragraphsOf(text), step: null };
  const match = await matchSentMessage(tx, { threadId, message: sent });
  if (!match) return null;
  const { reply, storedId } = match;
  const stored: IngestResult | null = storedId
    ? { messageId: storedId, threadId, isNew: false, direction: "out" }
    : null;
  return { reply, stored };
}

/** Whether the history has told it as a step of the campaign already, which no header of the mail says. */
async function isStep(tx: Database, { sentAt, visibleText }: Incoming, threadId: number): Promise<boolean> {
  const [from, until] = [new Date(sentAt.getTime() - SAME_TIME_MS), new Date(sentAt.getTime() + SAME_TIME_MS)];
  const steps = await tx
    .select({ visibleText: messages.visibleText })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.direction, "out"),
        isNotNull(messages.step),
        between(messages.sentAt, from, until),
      ),
    );
  return steps.some((step) => withoutSpaces(step.visibleText) === withoutSpaces(visibleText));
}

const withoutSpaces = (text: string): string => text.replace(/\s+/g, "");
