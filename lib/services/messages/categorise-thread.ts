import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { categoryIdsOf } from "./category-ids-of";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";
import { isForwardsBounce } from "./is-forwards-bounce";
import type { HeldThread } from "./lock-thread";

/** What machines give; a person who answers afterwards is neither away nor unreachable. */
const MACHINES: CategoryKind[] = ["ooo", "bounce"];

type Grown = { message: Incoming; former: HeldThread; messageId: string; verdict: Verdict | null };
type CategoryIds = Map<CategoryKind, string>;

/**
 * Gives leads' threads the category of their newest inbound message, unless a person chose one. An absence or a bounce never takes
 * the place of what somebody wrote, and goes when somebody writes. A report that is not believed changes nothing.
 * @param grown in the order in which the messages came; `former`: the thread's row before the message
 */
export async function categoriseThreads(tx: Database, grown: Grown[], categoryIds?: CategoryIds): Promise<void> {
  const counted: Grown[] = [];
  for (const each of grown)
    if (counts(each.message) && !isPersons(each.former) && !(await isForwardsBounce(tx, each.message, each.former)))
      counted.push(each);
  // Of each thread one message at a time: what the next one does hangs on what this one did.
  for (let rest = counted; rest.length > 0;) {
    const now = rest.filter(({ former }, at) => rest.findIndex((each) => each.former.id === former.id) === at);
    rest = rest.filter((each) => !now.includes(each));
    const later = rest.map(({ messageId }) => messageId);
    await give(tx, now, later, categoryIds);
    await takeMachines(tx, now, later);
  }
}

/** The columns by which a lead's new thread has the category of its one message. */
export async function firstCategory(
  tx: Database,
  message: Incoming,
  verdict: Verdict | null,
  batch?: { categoryIds: Map<CategoryKind, string> },
) {
  if (!verdict || !counts(message)) return {};
  const { source: categorySource, because: categoryBecause } = verdict;
  if (verdict.source === "example") return { categoryId: verdict.categoryId, categorySource, categoryBecause };
  const categoryId = (batch?.categoryIds ?? (await categoryIdsOf(tx, message.workspaceId))).get(verdict.kind);
  return categoryId === undefined ? {} : { categoryId, categorySource, categoryBecause };
}

const counts = ({ direction, bounces, believedBounces }: Incoming): boolean =>
  direction === "in" && (bounces.length === 0 || believedBounces.length > 0);

const isPersons = ({ categoryId, categorySource }: HeldThread): boolean =>
  categorySource === "person" || (categorySource === null && categoryId !== null);

/** @param later messages that count as not having come yet */
async function give(tx: Database, grown: Grown[], later: string[], known?: CategoryIds): Promise<void> {
  const judged = grown.flatMap(({ verdict, ...each }) => (verdict ? { ...each, verdict } : []));
  const [first] = judged;
  if (!first) return;
  const isByRule = judged.some(({ verdict }) => verdict.source === "rule");
  const categoryIds = known ?? (isByRule ? await categoryIdsOf(tx, first.message.workspaceId) : new Map());
  const given = judged.flatMap(({ former, messageId, message, verdict }) => {
    const categoryId = verdict.source === "example" ? verdict.categoryId : categoryIds.get(verdict.kind);
    return categoryId === undefined ? [] : { threadId: former.id, messageId, message, verdict, categoryId };
  });
  if (given.length === 0) return;
  await tx.execute(sql`
    update threads set category_id = given.category_id, category_source = given.source, category_because = given.because
    from unnest(${sql.param(given.map(({ threadId }) => threadId))}::bigint[],
      ${sql.param(given.map(({ messageId }) => messageId))}::uuid[],
      ${sql.param(given.map(({ message }) => message.sentAt.toISOString()))}::timestamptz[],
      ${sql.param(given.map(({ message }) => message.isAutomatic))}::boolean[],
      ${sql.param(given.map(({ categoryId }) => categoryId))}::uuid[],
      ${sql.param(given.map(({ verdict }) => verdict.source))}::text[],
      ${sql.param(given.map(({ verdict }) => verdict.because))}::text[],
      ${sql.param(given.map(({ verdict }) => verdict.kind !== null && MACHINES.includes(verdict.kind)))}::boolean[])
      given (thread_id, message_id, sent_at, is_automatic, category_id, source, because, is_machines)
    where threads.id = given.thread_id and threads.kind = 'lead' and ${isNewest(later)}
      and (not given.is_machines or threads.category_id is null or ${isOfMachines})`);
}

async function takeMachines(tx: Database, grown: Grown[], later: string[]): Promise<void> {
  const written = grown.filter(({ verdict, message }) => verdict === null && !message.isAutomatic);
  if (written.length === 0) return;
  await tx.execute(sql`
    update threads set category_id = null, category_source = null, category_because = null
    from unnest(${sql.param(written.map(({ former }) => former.id))}::bigint[],
      ${sql.param(written.map(({ messageId }) => messageId))}::uuid[],
      ${sql.param(written.map(({ message }) => message.sentAt.toISOString()))}::timestamptz[])
      sent (thread_id, message_id, sent_at), lateral (select sent.*, false as is_automatic) given
    where threads.id = given.thread_id and ${isOfMachines} and ${isNewest(later)}`);
}

const isOfMachines: SQL = sql`exists (select from categories
  where categories.id = threads.category_id and categories.kind in ('ooo', 'bounce'))`;

/** No later message of theirs is there that counts as much: messages may come in any order. */
const isNewest = (later: string[]): SQL => sql`not exists (select from messages later
  where later.thread_id = given.thread_id and later.direction = 'in' and later.id <> given.message_id
    and later.id <> all(${sql.param(later)}::uuid[]) and later.sent_at > given.sent_at
    and (given.is_automatic or not later.is_automatic))`;
