import { and, eq, inArray } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import {
  mailboxes,
  messages,
  smartleadCampaigns,
  smartleadLeads,
  smartleadMailboxes,
  smartleadMessages,
  threads,
} from "@/lib/db/schema";
import { canonicalAddress } from "@/lib/domain/address";
import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";
import { notifyChange } from "@/lib/realtime/notify";
import { lockMailbox } from "@/lib/services/messages/lock-mailbox";
import type { ReadingDeps } from "@/lib/services/messages/read-incoming";
import { retryStoring } from "@/lib/services/messages/retry-storing";
import type { ConnectionRef } from "./connection-ref";
import { ensureRemoteMailbox } from "./ensure-remote-mailbox";
import { followRemoteOwner } from "./follow-remote-owner";
import { followRemoteReadState } from "./follow-remote-read-state";
import { assignByRule } from "../assignment/assign-by-rule";
import { stopChainsByCategory } from "../follow-ups/stop-chains-by-category";
import { giveRemoteCategory } from "./give-remote-category";
import { placeRemoteLead, type PlacedLead } from "./place-remote-lead";
import { readRemoteMessages, type ReadRemote } from "./read-remote-messages";
import { storeRemoteMessage } from "./store-remote-message";
import { teamMemberOfRow } from "./team-member-of-row";

export type RemoteHistory = {
  connection: ConnectionRef;
  lead: RemoteLead;
  /** Of that lead, oldest first; may be a part of all. */
  history: RemoteMessage[];
  /** The first sync: what a lead that is unknown here wrote before then is old, is read as Smartlead says, and tells nobody. */
  pastUntil?: Date | undefined;
  /** The lead is told from what is stored here (`knownRemoteLead`): only the history is Smartlead's, and of the row nothing is written. */
  isHistoryOnly?: boolean;
};
export type StoredRemote =
  | { kind: "stored"; threadId: number | null; isNews: boolean }
  /** Its campaign is not read, or its mailbox cannot be told. */
  | { kind: "unchosen" }
  | { kind: "no_mailbox" };

/**
 * Stores a lead of Smartlead's with what it wrote and was written, in order and in one transaction. What is stored already adds
 * nothing, whoever has stored it: another read, a webhook, or IMAP where the mailbox is read by that as well.
 */
export async function storeRemoteLead(deps: ReadingDeps, remote: RemoteHistory): Promise<StoredRemote> {
  const { db, now } = deps;
  const { connection } = remote;
  const lead = { ...remote.lead, email: canonicalAddress(remote.lead.email) };
  const smartleadCampaignId = await chosenCampaign(db, connection, lead.campaignId);
  if (!smartleadCampaignId) return { kind: "unchosen" };
  const mailboxId = await mailboxOf(db, { ...remote, lead });
  if (!mailboxId) return { kind: "no_mailbox" };
  const known = await findKnown(db, connection, lead.leadMapId);
  const unknown = await withoutKnown(db, mailboxId, remote.history);
  const { isHistoryOnly = false } = remote;
  if (known && unknown.length === 0 && (isHistoryOnly || isSame(known, lead)))
    return { kind: "stored", threadId: known.threadId, isNews: false };
  // Of a lead without a thread nothing has been told yet.
  const isPast = pastness(remote, known !== null && known.threadId !== null);
  const read = await readRemoteMessages(deps, { connection, mailboxId, lead, history: unknown, isPast });
  const messageIds = remote.history.flatMap(({ messageId }) => messageId ?? []);
  return retryStoring(() =>
    db.transaction(async (tx) => {
      await lockMailbox(tx, mailboxId);
      const where = { connection, lead, smartleadCampaignId, mailboxId, messageIds, at: now(), isHistoryOnly };
      return storeLocked(tx, now, await placeRemoteLead(tx, where), { connection, read });
    }),
  );
}

async function storeLocked(
  tx: Database,
  now: Clock,
  { row, contact, former, ...placed }: PlacedLead,
  { connection, read }: { connection: ConnectionRef; read: ReadRemote[] },
): Promise<StoredRemote> {
  let { threadId } = placed;
  // Before its messages, as whoever marks it read locks them.
  if (threadId !== null) await lockThread(tx, threadId);
  let isNews = threadId !== row.threadId;
  let isAnswered = false;
  for (const message of read) {
    const stored = await storeRemoteMessage(tx, now, message, { connection, threadId, contact });
    isNews ||= stored.isNew;
    isAnswered ||= stored.isNew && isAnswer(message);
    if (threadId !== null) continue;
    threadId = stored.threadId;
    await tx.update(smartleadLeads).set({ threadId }).where(eq(smartleadLeads.id, row.id));
  }
  if (threadId === null) return { kind: "stored", threadId, isNews };
  const { workspaceId, id: connectionId } = connection;
  const { remoteCategoryId: categoryId, isUnread, lastReplyAt: upTo } = row;
  const changed = [
    await giveRemoteCategory(tx, { connectionId, threadId, former: former.categoryId, categoryId }),
    await followRemoteOwner(tx, {
      workspaceId,
      threadId,
      former: former.teamMemberId,
      teamMemberId: teamMemberOfRow(row.row),
      at: now(),
    }),
    await followRemoteReadState(tx, { threadId, former: former.isUnread, isUnread, upTo, at: now() }),
  ];
  if (changed[0]) await stopChainsByCategory(tx, [threadId], { at: now() });
  if (changed.includes(true)) await notifyChange(tx, { workspaceId, kind: "thread", threadId });
  if (isAnswered || changed[0]) await assignByRule(tx, { workspaceId, threadIds: [threadId], at: now() });
  return { kind: "stored", threadId, isNews: isNews || changed.includes(true) };
}

/** A person's of the other side, and of now. */
const isAnswer = ({ incoming }: ReadRemote): boolean =>
  incoming.direction === "in" && !incoming.isAutomatic && !incoming.isPast;

async function lockThread(tx: Database, threadId: number): Promise<void> {
  await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("update");
}

async function chosenCampaign(db: Database, { workspaceId }: ConnectionRef, remoteId: string): Promise<string | null> {
  const [campaign] = await db
    .select({ id: smartleadCampaigns.id })
    .from(smartleadCampaigns)
    .where(
      and(
        eq(smartleadCampaigns.workspaceId, workspaceId),
        eq(smartleadCampaigns.remoteId, remoteId),
        eq(smartleadCampaigns.isChosen, true),
      ),
    );
  return campaign?.id ?? null;
}

type KnownLead = typeof smartleadLeads.$inferSelect;

async function findKnown(db: Database, { workspaceId }: ConnectionRef, leadMapId: string): Promise<KnownLead | null> {
  const isIt = and(eq(smartleadLeads.workspaceId, workspaceId), eq(smartleadLeads.leadMapId, leadMapId));
  const [known] = await db.select().from(smartleadLeads).where(isIt);
  return known ?? null;
}

const isSame = (known: KnownLead, lead: RemoteLead): boolean =>
  known.threadId !== null &&
  known.status === lead.status &&
  known.remoteCategoryId === lead.categoryId &&
  known.isUnread === (lead.isUnread ?? known.isUnread) &&
  teamMemberOfRow(known.row) === lead.teamMemberId &&
  known.lastReplyAt?.getTime() === (lead.lastReplyAt ?? known.lastReplyAt)?.getTime();

/** A thread stays in the mailbox that it began in. Accounts that were deleted at Smartlead are known by what they wrote only. */
async function mailboxOf(db: Database, { connection, lead, history }: RemoteHistory): Promise<string | null> {
  const { workspaceId } = connection;
  const [own] = await db
    .select({ id: threads.mailboxId })
    .from(smartleadLeads)
    .innerJoin(threads, eq(threads.id, smartleadLeads.threadId))
    .where(and(eq(smartleadLeads.workspaceId, workspaceId), eq(smartleadLeads.leadMapId, lead.leadMapId)));
  if (own) return own.id;
  const [listed] = await db
    .select({ id: smartleadMailboxes.mailboxId })
    .from(smartleadMailboxes)
    .where(and(eq(smartleadMailboxes.workspaceId, workspaceId), eq(smartleadMailboxes.remoteId, lead.mailboxId)));
  if (listed) return listed.id;
  const written = history.findLast(({ type }) => type === "SENT")?.from ?? "";
  const answered = history.findLast(({ type }) => type === "REPLY")?.to ?? "";
  for (const text of [written, answered]) {
    const found = await ofAddress(db, connection, { id: lead.mailboxId, text });
    if (found) return found;
  }
  return null;
}

async function ofAddress(
  db: Database,
  connection: ConnectionRef,
  { id, text }: { id: string; text: string },
): Promise<string | null> {
  const address = canonicalAddress(/<([^<>]+)>/u.exec(text)?.[1] ?? text.trim());
  const [known] = await db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, connection.workspaceId), eq(mailboxes.address, address)));
  if (known) return known.id;
  return db.transaction((tx) => ensureRemoteMailbox(tx, connection, { id, address, name: "", signatureHtml: "" }));
}

/** What was stored from a history before need not be read again; what has no Message-ID is known when it is read. */
async function withoutKnown(db: Database, mailboxId: string, history: RemoteMessage[]): Promise<RemoteMessage[]> {
  const ids = history.flatMap(({ messageId }) => messageId ?? []);
  if (ids.length === 0) return history;
  const rows = await db
    .select({ id: messages.messageId })
    .from(messages)
    .innerJoin(smartleadMessages, eq(smartleadMessages.messageId, messages.id))
    .where(and(eq(messages.mailboxId, mailboxId), inArray(messages.messageId, ids)));
  const known = new Set(rows.map(({ id }) => id));
  return history.filter(({ messageId }) => messageId === null || !known.has(messageId));
}

const DAY_MS = 86_400_000;

/**
 * What a known lead has written anew is news, whoever finds it. Of one that was unknown so far only the newest is: what lies a day
 * before it was there all the time, and for the first sync all that was there when the campaigns were chosen.
 */
function pastness({ pastUntil, history }: RemoteHistory, isKnown: boolean): (message: RemoteMessage) => boolean {
  if (isKnown) return () => false;
  if (pastUntil) return ({ time }) => time < pastUntil;
  const newest = Math.max(...history.filter(({ type }) => type === "REPLY").map(({ time }) => time.getTime()));
  return ({ time }) => time.getTime() < newest - DAY_MS;
}
