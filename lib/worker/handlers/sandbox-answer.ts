import { and, asc, eq, gt, sql } from "drizzle-orm";
import {
  categories,
  leads,
  mailboxes,
  messages,
  replies,
  sandboxDeliveries,
  threads,
  workspaces,
} from "@/lib/db/schema";
import { domainOf, sameAddress } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { automaticReasonOf } from "@/lib/mail/mime/automatic";
import { parseMessage } from "@/lib/mail/mime/parse";
import { LIKEABLE_STATS_ID } from "@/lib/sandbox/plan/likeable-lead";
import { writeAnswer } from "@/lib/sandbox/answer/write-answer";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import type { WorkerDeps } from "../deps";

/** No more answers than these a thread in so many minutes, whoever keeps writing. */
const MAX_IN_A_ROW = 8;
const ROW_MINUTES = 10;

/**
 * Whoever a sandbox reply went to answers it: a raw message through the real way in. Done again it changes nothing, since
 * an answer's Message-ID follows from what it answers. Nobody answers automatic mail, nor after unsubscribing or bouncing.
 */
export async function sandboxAnswer({ db, now }: WorkerDeps, { deliveryId }: { deliveryId: string }): Promise<void> {
  const found = await findDelivery(db, deliveryId);
  if (!found || !(await isSandboxActive(db))) return;
  const { delivery, reply, mailbox, thread, lead, category } = found;
  if (lead && (lead.unsubscribedAt || lead.doNotContactAt || lead.bouncedAt)) return;
  const heard = await parseMessage(delivery.raw);
  const { messageId } = heard;
  if (messageId === null || automaticReasonOf(heard) !== null) return;
  if (await isTired(db, thread.id, now())) return;

  const history = await historyOf(db, thread.id);
  const own = await db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, delivery.workspaceId));
  const ownAddresses = own.map(({ address }) => address);
  const raw = writeAnswer({
    heard: { ...heard, messageId },
    mailbox: { name: mailbox.displayName, address: mailbox.address },
    lead,
    category,
    said: history.filter((message) => message.direction === "in").map((message) => message.visibleText),
    colleagues: colleaguesIn(history, thread.contactAddress),
    ownAddresses,
    isLikeable: history.some((message) => message.statsId === LIKEABLE_STATS_ID),
    now: now(),
  });
  if (raw)
    await ingestMessage(
      { db, now },
      { workspaceId: delivery.workspaceId, mailboxId: reply.mailboxId, raw, source: "sandbox" },
    );
}

/** Only what the sandbox workspace sent from its outbox, with the thread that it belongs to. */
async function findDelivery(db: WorkerDeps["db"], deliveryId: string) {
  const [found] = await db
    .select({
      delivery: sandboxDeliveries,
      reply: replies,
      mailbox: mailboxes,
      thread: threads,
      lead: leads,
      category: categories.kind,
    })
    .from(sandboxDeliveries)
    .innerJoin(workspaces, and(eq(workspaces.id, sandboxDeliveries.workspaceId), eq(workspaces.kind, "sandbox")))
    .innerJoin(replies, and(eq(replies.messageId, sandboxDeliveries.messageId), eq(replies.workspaceId, workspaces.id)))
    .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(categories, eq(categories.id, threads.categoryId))
    .where(eq(sandboxDeliveries.id, deliveryId));
  return found;
}

async function isTired(db: WorkerDeps["db"], threadId: number, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - ROW_MINUTES * 60_000);
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.direction, "in"), gt(messages.firstSeenAt, since)));
  return (counted?.count ?? 0) >= MAX_IN_A_ROW;
}

const historyOf = (db: WorkerDeps["db"], threadId: number) =>
  db
    .select({
      direction: messages.direction,
      statsId: messages.statsId,
      fromName: messages.fromName,
      fromAddress: messages.fromAddress,
      cc: messages.cc,
      visibleText: messages.visibleText,
    })
    .from(messages)
    .where(eq(messages.threadId, threadId))
    .orderBy(asc(messages.sentAt));

type History = Awaited<ReturnType<typeof historyOf>>;

function colleaguesIn(history: History, contact: string): Party[] {
  const seen = history.flatMap(({ fromName, fromAddress, cc }) => [{ name: fromName, address: fromAddress }, ...cc]);
  return seen.filter(({ address }) => domainOf(address) === domainOf(contact) && !sameAddress(address, contact));
}
