import { and, between, eq, isNotNull } from "drizzle-orm";
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
  { threadId }: Pick<Place, "threadId">,
): Promise<Recognised | null> {
  if (message.source !== "sent" || message.direction !== "out" || message.reply || threadId === null) return null;
  const [thread] = await tx.select({ engine: threads.engine }).from(threads).where(eq(threads.id, threadId));
  if (thread?.engine !== "smartlead") return null;
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
