import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { messages, threads } from "@/lib/db/schema";
import type { TriageKind, TriageValue } from "@/lib/domain/triage";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Actor } from "@/lib/services/context";
import { stopChainsByCategory } from "@/lib/services/follow-ups/stop-chains-by-category";
import { unreadCount } from "./unread-count";

export type HeldThread = Pick<
  typeof threads.$inferSelect,
  | "id"
  | "archivedAt"
  | "messageCount"
  | "isImportant"
  | "categoryId"
  | "categorySource"
  | "categoryBecause"
  | "assigneeId"
> & { unread: string[] };

/**
 * The threads among `threadIds` that the actor can see, held to the end of the transaction, in one order for everybody, so that
 * two who act on the same threads wait for each other rather than for ever.
 */
export async function holdThreads(tx: Database, actor: Actor, threadIds: number[]): Promise<HeldThread[]> {
  const held = await tx
    .select({
      id: threads.id,
      archivedAt: threads.archivedAt,
      messageCount: threads.messageCount,
      isImportant: threads.isImportant,
      categoryId: threads.categoryId,
      categorySource: threads.categorySource,
      categoryBecause: threads.categoryBecause,
      assigneeId: threads.assigneeId,
    })
    .from(threads)
    .where(and(inArray(threads.id, threadIds), threadsOf(actor)))
    .orderBy(asc(threads.id))
    .for("no key update");
  const unread = await unreadOf(
    tx,
    held.map(({ id }) => id),
  );
  return held.map((thread) => ({ ...thread, unread: unread.get(thread.id) ?? [] }));
}

/** How a thread stands in one respect. */
export function valueOf(thread: HeldThread, kind: TriageKind): TriageValue {
  if (kind === "done") return thread.archivedAt?.toISOString() ?? null;
  if (kind === "read") return thread.unread;
  if (kind === "important") return thread.isImportant;
  return kind === "category" ? thread.categoryId : thread.assigneeId;
}

export const isSameValue = (one: TriageValue, other: TriageValue): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((each) => other.includes(each))
    : one === other;

/** Makes held threads stand as `value` says. A category is from then on a person's, `byId`. */
export async function writeValue(tx: Database, { kind, value, threadIds, now, byId }: Written): Promise<void> {
  if (threadIds.length === 0) return;
  if (kind === "read") return writeUnread(tx, threadIds, value as string[], now);
  await tx.update(threads).set(columnOf({ kind, value, now, byId })).where(inArray(threads.id, threadIds));
  if (kind === "category") await stopChainsByCategory(tx, threadIds, { at: now(), byId });
}

type Written = { kind: TriageKind; value: TriageValue; threadIds: number[]; now: Clock; byId: string };

type Column = Omit<Written, "kind" | "threadIds"> & { kind: Exclude<TriageKind, "read"> };

function columnOf({ kind, value, now, byId }: Column): Partial<typeof threads.$inferInsert> {
  if (kind === "done") return { archivedAt: value === null ? null : new Date(value as string) };
  if (kind === "important") return { isImportant: value as boolean };
  if (kind === "assignee") return { assigneeId: value as string | null, assignedAt: value === null ? null : now() };
  return { categoryId: value as string | null, categorySource: "person", categoryBecause: byId };
}

/** Exactly these messages of the threads are unread, all others read. */
async function writeUnread(tx: Database, threadIds: number[], unread: string[], now: Clock): Promise<void> {
  const isOne: SQL = unread.length === 0 ? sql`false` : inArray(messages.id, unread);
  await tx
    .update(messages)
    .set({ readAt: sql`case when ${isOne} then null else ${now().toISOString()}::timestamptz end` })
    .where(
      and(
        inArray(messages.threadId, threadIds),
        eq(messages.direction, "in"),
        sql`(${messages.readAt} is null) <> (${isOne})`,
      ),
    );
  await tx.update(threads).set({ unreadCount: unreadCount() }).where(inArray(threads.id, threadIds));
}

async function unreadOf(tx: Database, threadIds: number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  if (threadIds.length === 0) return found;
  const rows = await tx
    .select({ threadId: messages.threadId, id: messages.id })
    .from(messages)
    .where(and(inArray(messages.threadId, threadIds), eq(messages.direction, "in"), isNull(messages.readAt)))
    .orderBy(asc(messages.id));
  for (const { threadId, id } of rows) found.set(threadId, [...(found.get(threadId) ?? []), id]);
  return found;
}

/** Threads that are to stand alike are written in one go. */
export function alike(
  wanted: { threadId: number; value: TriageValue }[],
): { value: TriageValue; threadIds: number[] }[] {
  const groups = new Map<string, { value: TriageValue; threadIds: number[] }>();
  for (const { threadId, value } of wanted) {
    // What is to be unread differs from thread to thread, yet fits together: ids of messages are of one thread each.
    const key = Array.isArray(value) ? "messages" : String(value);
    const group = groups.get(key) ?? { value: Array.isArray(value) ? [] : value, threadIds: [] };
    if (Array.isArray(value)) (group.value as string[]).push(...value);
    group.threadIds.push(threadId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
