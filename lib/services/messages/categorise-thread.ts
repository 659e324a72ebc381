import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { categoryIdsOf } from "./category-ids-of";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";
import { isForwardsBounce } from "./is-forwards-bounce";
import type { ThreadRow } from "./summarise-thread";

/** `former`: the thread's row before the message. */
type Stored = { threadId: number; messageId: string; former: ThreadRow };

/** What machines give; a person who answers afterwards is neither away nor unreachable. */
const MACHINES: CategoryKind[] = ["ooo", "bounce"];

/**
 * Gives a lead's thread the category of its newest inbound message, unless a person chose one. An absence or a bounce never takes
 * the place of what somebody wrote, and goes when somebody writes. A report that is not believed changes nothing.
 */
export async function categoriseThread(
  tx: Database,
  message: Incoming,
  stored: Stored,
  verdict: Verdict | null,
): Promise<void> {
  const { former } = stored;
  if (!counts(message) || isPersons(former) || (await isForwardsBounce(tx, message, former))) return;
  if (verdict) await give(tx, message, stored, verdict);
  else if (!message.isAutomatic && former.categoryId) await takeMachines(tx, message, stored);
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

const isPersons = ({ categoryId, categorySource }: ThreadRow): boolean =>
  categorySource === "person" || (categorySource === null && categoryId !== null);

async function give(tx: Database, message: Incoming, stored: Stored, verdict: Verdict): Promise<void> {
  const isMachines = verdict.kind !== null && MACHINES.includes(verdict.kind);
  const chosen =
    verdict.source === "example"
      ? sql`(select ${verdict.categoryId}::uuid as id)`
      : sql`(select id from categories where workspace_id = ${message.workspaceId} and kind = ${verdict.kind}
          order by position, id limit 1)`;
  await tx.execute(sql`
    update threads set category_id = chosen.id, category_source = ${verdict.source}, category_because = ${verdict.because}
    from ${chosen} chosen
    where threads.id = ${stored.threadId} and threads.kind = 'lead' and ${isNewest(message, stored)}
      ${isMachines ? sql`and (category_id is null or ${isOfMachines})` : sql``}`);
}

async function takeMachines(tx: Database, message: Incoming, stored: Stored): Promise<void> {
  await tx.execute(sql`
    update threads set category_id = null, category_source = null, category_because = null
    where threads.id = ${stored.threadId} and ${isOfMachines} and ${isNewest(message, stored)}`);
}

const isOfMachines: SQL = sql`exists (select from categories
  where categories.id = threads.category_id and categories.kind in ('ooo', 'bounce'))`;

/** No later message of theirs is there that counts as much: messages may come in any order. */
const isNewest = (message: Incoming, { threadId, messageId }: Stored): SQL => sql`not exists (select from messages later
  where later.thread_id = ${threadId} and later.direction = 'in' and later.id <> ${messageId}
    and later.sent_at > ${message.sentAt.toISOString()}::timestamptz
    ${message.isAutomatic ? sql`` : sql`and not later.is_automatic`})`;
