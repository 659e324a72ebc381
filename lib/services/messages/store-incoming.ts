import { sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { keepingPlans } from "@/lib/db/named-statements";
import { together } from "@/lib/db/together";
import { attachments } from "@/lib/db/schema";
import { notifyChanges } from "@/lib/realtime/notify";
import { assignByRule } from "@/lib/services/assignment/assign-by-rule";
import { stopChainsByCategory } from "@/lib/services/follow-ups/stop-chains-by-category";
import { awaitedAmong } from "./awaited-among";
import type { Batch, Partner } from "./batch";
import { categoryIdsOf } from "./category-ids-of";
import type { Incoming } from "./direction-of-message";
import { campaignsOfLeads } from "./ensure-lead";
import { hear, type Heard } from "./find-known-messages";
import { followIncoming } from "./follow-incoming";
import { ingestLocked } from "./ingest-message";
import type { IngestResult } from "./ingest-types";
import { hasExamples } from "./has-examples";
import { isPlain } from "./is-plain";
import { leadAddressesIn, partnersOf } from "./leads-among";
import { lockMailbox } from "./lock-mailbox";
import { type HeldThread, holdThreads } from "./lock-thread";
import { markUnsubscribedLeads } from "./mark-unsubscribed-lead";
import { nothingPending, writePending } from "./pending";
import { sortInWords } from "./sort-in-words";
import { writtenAmong } from "./was-written-to";
import { writeSources } from "./write-sources";

/**
 * The batch waits no longer than this for what others hold, so never in a circle: PostgreSQL looks for deadlocks after a second. Then
 * each message is tried by itself.
 */
const LOCK_MS = 300;

/**
 * The second half of `ingestMessage` for messages of one workspace that were read by `readIncoming`, in the given order, in one
 * transaction.
 * @param isReadAgain nobody takes them for stored before a later commit has waited for the disk, which takes them along: what a crash
 * of the database takes back until then lies on the server still, and is read again. So this one does not wait
 * @returns for each what became of it; null for Junk that concerns nobody
 * @throws when one of them cannot be stored, or somebody holds what they need: then none is, and each is to be tried by itself
 */
export async function storeIncoming(
  { db, now }: { db: Database; now: Clock },
  found: Incoming[],
  { isReadAgain = false } = {},
): Promise<(IngestResult | null)[]> {
  if (found.length === 0) return [];
  const store = async (tx: Database) => {
    await tx.execute(
      sql`select set_config('lock_timeout', ${String(LOCK_MS)}, true)${isReadAgain ? sql`, set_config('synchronous_commit', 'off', true)` : sql``}`,
    );
    // In one order, so that two batches never wait for each other.
    const mailboxIds = [...new Set(found.map((message) => message.mailboxId))].toSorted();
    for (const mailboxId of mailboxIds) await lockMailbox(tx, mailboxId);
    const batch = await openBatch(tx, found);
    const results: (IngestResult | null)[] = [];
    for (const message of found) {
      results.push(await ingestLocked(tx, message, now, batch));
      remember(batch, message);
    }
    await writePending(tx, batch);
    const { sources, files, changes } = batch.later;
    await together(
      writeSources(tx, sources),
      files.length > 0 ? tx.insert(attachments).values(files) : null,
      notifyChanges(tx, changes),
      sortInWords(tx),
      follow(tx, found[0]!.workspaceId, batch, now),
    );
    return results;
  };
  return keepingPlans(() => db.transaction(store));
}

/** What the batch means for what waits, in this order: an answer is the reason that is told where there are several. */
async function follow(tx: Database, workspaceId: string, { later }: Batch, now: Clock): Promise<void> {
  await followIncoming(tx, later.arrivals);
  await markUnsubscribedLeads(tx, workspaceId, later.optOuts);
  await stopChainsByCategory(tx, [...later.categorised], { at: now() });
  await assignByRule(tx, { workspaceId, threadIds: [...later.answered], at: now() });
}

/** What would be asked for message by message, asked once. */
async function openBatch(tx: Database, found: Incoming[]): Promise<Batch> {
  const { workspaceId, mailboxId } = found[0]!;
  const aboutPartners = async () => {
    const partners = await partnersOf(tx, workspaceId, found.flatMap(leadAddressesIn));
    const leadIds = [...partners.values()].flat().map(({ id }) => id);
    const [strangers, campaigns] = await together(
      strangersAmong(tx, found, partners),
      campaignsOfLeads(tx, leadIds, mailboxId),
    );
    return { partners, strangers, campaigns };
  };
  const aboutThreads = async () => {
    const heard = await hear(tx, workspaceId, idsOf(found));
    return { heard, held: await holdNamed(tx, found, heard) };
  };
  const [ofPartners, ofThreads, awaited, threadIds, withExamples, categoryIds] = await together(
    aboutPartners(),
    aboutThreads(),
    awaitedAmong(tx, found),
    reserveThreadIds(tx, found.length),
    hasExamples(tx, workspaceId),
    categoryIdsOf(tx, workspaceId),
  );
  return {
    ...ofPartners,
    ...ofThreads,
    awaited,
    mailboxId,
    threadIds,
    pending: nothingPending(),
    hasExamples: withExamples,
    categoryIds,
    later: {
      sources: [],
      files: [],
      changes: [],
      arrivals: [],
      optOuts: [],
      categorised: new Set(),
      answered: new Set(),
    },
  };
}

/** Who writes and is no lead, and was never written to. */
async function strangersAmong(tx: Database, found: Incoming[], partners: Map<string, Partner[]>): Promise<Set<string>> {
  const { workspaceId } = found[0]!;
  const writers = found.flatMap(({ direction, others: [party] }) => (direction === "in" && party ? party.address : []));
  const unknown = [...new Set(writers)].filter((address) => partners.get(address.toLowerCase())?.length === 0);
  const written = await writtenAmong(tx, workspaceId, unknown);
  return new Set(unknown.filter((address) => !written.has(address)));
}

/** Those that are not used stay unused. */
async function reserveThreadIds(tx: Database, count: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('threads', 'id')) as id from generate_series(1, ${count}::int)`,
  );
  return rows.map(({ id }) => Number(id));
}

/** What the messages that follow may find of one that was just stored. Whoever it was written to may have become a lead. */
function remember(batch: Batch, message: Incoming): void {
  if (message.direction === "out") batch.strangers.clear();
  const [writer] = message.others;
  for (const id of [...message.inReplyTo, ...message.references]) batch.awaited.add(id);
  // A stranger's own mail makes nobody a lead.
  if (message.direction === "in" && writer && batch.strangers.has(writer.address)) return;
  for (const { address } of message.others)
    if (batch.partners.get(address.toLowerCase())?.length === 0) batch.partners.delete(address.toLowerCase());
}

/** All Message-IDs that the batch bears or names. */
const idsOf = (found: Incoming[]): string[] => [
  ...new Set(found.flatMap((message) => [message.messageId, message.contentHash, ...namedBy(message)])),
];

const namedBy = ({ originalIds, inReplyTo, references }: Incoming): string[] => [
  ...originalIds,
  ...inReplyTo,
  ...references,
];

/** The threads that plain messages of the batch will mostly go on. */
async function holdNamed(tx: Database, found: Incoming[], { messages }: Heard): Promise<Map<number, HeldThread>> {
  const named = found.filter(isPlain).flatMap(namedBy);
  const parents = named.flatMap((id) => messages.get(id) ?? []);
  return holdThreads(tx, [...new Set(parents.map(({ threadId }) => threadId))]);
}
