import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, threads } from "@/lib/db/schema";
import { addressKey, sameAddress } from "@/lib/domain/address";
import type { ThreadKind } from "@/lib/domain/thread-view";
import { awaitedAmong } from "./awaited-among";
import type { Batch } from "./batch";
import type { Incoming } from "./direction-of-message";
import type { Contact } from "./ensure-lead";
import { findLateChildren, type LateChild } from "./find-late-children";
import { forgetThreads } from "./forget-threads";
import { mergeThreads } from "./merge-threads";
import type { Place } from "./thread-of-message";

/**
 * A parent that comes after its children brings them together: it joins their thread, or its own and theirs become one, the
 * older. Two leads never merge, here as little as elsewhere. Call it under `lockMailbox`.
 */
export async function joinLateChildren(tx: Database, message: Incoming, place: Place, batch?: Batch): Promise<Place> {
  if (!mayHaveChildren(message)) return place;
  const isAwaited = (batch?.awaited ?? (await awaitedAmong(tx, [message]))).has(message.messageId);
  if (!isAwaited) return place;
  const home = await homeOf(tx, place);
  const found = await findLateChildren(tx, message, home.kind);
  const children = found.filter(({ threadId }) => threadId !== home.threadId);
  const contact = home.contact ?? contactOfAll(message, home, children);
  const joining = children.filter((child) => mayBelong(message, child, contact?.leadId ?? null));
  if (joining.length === 0) return place;
  const threadIds = [...new Set([home.threadId ?? [], joining.map(({ threadId }) => threadId)].flat())];
  const [survivor, ...others] = threadIds.toSorted((a, b) => a - b) as [number, ...number[]];
  await mergeThreads(tx, { workspaceId: message.workspaceId, survivor, others, contact });
  if (batch) carryOver(batch, survivor, others);
  return { threadId: survivor, statsId: place.statsId, ...(contact ? { contact } : {}) };
}

/** What the batch will do about the threads that are gone it does about the one that they have become. */
function carryOver(batch: Batch, survivor: number, others: number[]): void {
  const { later, campaigns } = batch;
  forgetThreads(batch, [survivor, ...others]);
  for (const each of [...later.arrivals, ...later.optOuts])
    if (others.includes(each.threadId)) each.threadId = survivor;
  for (const change of later.changes)
    if (change.threadId !== undefined && others.includes(change.threadId)) change.threadId = survivor;
  for (const gone of others) {
    if (later.answered.delete(gone)) later.answered.add(survivor);
    if (later.categorised.delete(gone)) later.categorised.add(survivor);
  }
  campaigns.clear();
}

type Home = { threadId: number | null; kind: ThreadKind; contact: Contact | null };

/** What has just left was answered by nobody yet; what a machine wrote is answered nowhere. */
const mayHaveChildren = (message: Incoming): boolean =>
  message.source !== "outbox" &&
  !message.given &&
  !message.reply &&
  !message.isUnproven &&
  message.bounces.length === 0;

async function homeOf(tx: Database, place: Place): Promise<Home> {
  if (place.threadId === null) return { threadId: null, kind: place.kind, contact: place.contact };
  const [found] = await tx
    .select({ thread: threads, email: leads.email })
    .from(threads)
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(eq(threads.id, place.threadId));
  const { leadId, campaignId, contactName: name, kind } = found!.thread;
  const known = leadId && campaignId ? { leadId, campaignId, name, address: found!.email ?? "" } : null;
  const contact = place.contact ?? known;
  return { threadId: place.threadId, kind: contact ? "lead" : kind, contact };
}

/**
 * A stranger's message that opens a thread learns from its answers whose it is, when the lead or the stranger has a part in both.
 * A stranger's thread that is there already does not.
 */
function contactOfAll(message: Incoming, home: Home, children: LateChild[]): Contact | null {
  if (home.threadId !== null) return null;
  const named = [...(message.from ? [message.from] : []), ...message.to, ...message.cc].map(keyOf);
  const writer = message.from ? keyOf(message.from) : "";
  const contacts = children.flatMap(({ contact, parties }) =>
    contact && (named.includes(addressKey(contact.address)) || parties.has(writer)) ? [contact] : [],
  );
  return new Set(contacts.map(({ leadId }) => leadId)).size === 1 ? contacts[0]! : null;
}

/** As `mayJoin` decides for a child that comes after its parent: another lead has a thread of his own, and so has a blind copy. */
function mayBelong(message: Incoming, child: LateChild, leadId: string | null): boolean {
  if (child.kind === "lead") return leadId !== null && child.contact?.leadId === leadId;
  if (child.writerLeadId !== null && child.writerLeadId !== leadId) return false;
  const isBlind = message.bcc.some(({ address }) => sameAddress(address, child.fromAddress));
  return !isBlind || [...message.to, ...message.cc].some((party) => sameAddress(party.address, child.fromAddress));
}

const keyOf = ({ address }: { address: string }): string => addressKey(address);
