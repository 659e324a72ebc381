import { and, desc, eq, inArray, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { categories, events, members, messages } from "@/lib/db/schema";
import type { TriageKind, TriageValue, UndoOutcome } from "@/lib/domain/triage";
import { notifyChange } from "@/lib/realtime/notify";
import { type Actor, type Context, may } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";
import { giveBackByRule } from "@/lib/services/assignment/give-back-by-rule";
import { reopenChains } from "@/lib/services/follow-ups/reopen-chains";
import { giveBackPutAway } from "@/lib/services/reminders/give-back-put-away";
import { carryTriage } from "@/lib/services/smartlead/carry-triage";
import { restoreExamples } from "./category-examples";
import { restoreReasons } from "./category-reasons";
import type { UndoTriageInput } from "./schemas";
import type { FormerCategory } from "./triage-threads";
import { alike, holdThreads, isSameValue, valueOf, writeValue } from "./triage-values";

type Item = UndoTriageInput["items"][number];

/** The events that say who has changed a thread in this respect. */
const EVENTS: Record<TriageKind, string[]> = {
  done: ["thread.archived", "thread.unarchived"],
  read: ["thread.read", "thread.unread"],
  important: ["thread.important", "thread.unimportant"],
  category: ["thread.categorised"],
  assignee: ["thread.assigned"],
};

/**
 * Takes back what `triageThreads` changed: each thread stands again as it did before, unless somebody has changed it since.
 * @returns an outcome for each; `by` is who changed it, null when mail did
 */
export async function undoTriage({ actor, db, now }: Context, { kind, items }: UndoTriageInput): Promise<UndoOutcome> {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    await findValues(tx, actor, kind, items);
    const ids = items.map(({ threadId }) => threadId);
    const held = new Map((await holdThreads(tx, actor, ids)).map((thread) => [thread.id, thread]));
    const last = await lastChanges(tx, kind, [...held.keys()]);
    const isOwn = ({ threadId, after }: Item) => {
      const change = last.get(threadId);
      return change?.memberId === actor.memberId && (kind === "read" || change.to === after);
    };
    const stands = (item: Item) =>
      isSameValue(valueOf(held.get(item.threadId)!, kind), item.after) &&
      isOwn(item) &&
      // Back in the inbox is where mail puts a thread too: one that was answered since is not hidden again.
      !(kind === "done" && item.after === null && last.get(item.threadId)!.hasMailSince);
    const found = items.filter(({ threadId }) => held.has(threadId));
    const back = found.filter(stands);
    for (const group of alike(back.map(({ threadId, before }) => ({ threadId, value: before }))))
      await writeValue(tx, { kind, ...group, now, byId: actor.memberId });
    if (kind === "category") {
      const changes = back.flatMap(({ threadId }) => last.get(threadId) ?? []);
      await restoreCategories(tx, actor, changes);
      const eventIds = changes.map(({ eventId }) => eventId);
      await reopenChains(tx, actor, { eventIds, reason: "category", at: now() });
      await giveBackByRule(tx, actor, eventIds);
    }
    if (kind === "done")
      for (const { threadId, after } of back)
        if (after !== null)
          await giveBackPutAway(tx, { threadId, memberId: actor.memberId, at: new Date(String(after)) });
    const restored = back.map(({ threadId }) => threadId);
    await carryTriage(tx, actor, kind, restored);
    await recordEach(
      tx,
      actor,
      "thread.triage_undone",
      restored.map((threadId) => ({ threadId, data: { kind, of: last.get(threadId)!.eventId } })),
    );
    if (restored.length > 0)
      await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: restored });
    const left = found.filter((item) => !restored.includes(item.threadId));
    return {
      restored,
      left: [
        ...left.map((item) => ({
          threadId: item.threadId,
          reason: "changed_since" as const,
          by: isOwn(item) ? null : (last.get(item.threadId)?.name ?? null),
        })),
        ...ids
          .filter((threadId) => !held.has(threadId))
          .map((threadId) => ({ threadId, reason: "not_found" as const, by: null })),
      ],
    };
  });
}

/** How it stood before is the browser's word: what it names must be the workspace's own. A member may have left since. */
async function findValues(
  tx: Database,
  { workspaceId }: Actor,
  kind: TriageKind,
  items: { before: TriageValue }[],
): Promise<void> {
  if (kind !== "category" && kind !== "assignee") return;
  const ids = [...new Set(items.flatMap(({ before }) => (typeof before === "string" ? [before] : [])))];
  if (ids.length === 0) return;
  const table = kind === "category" ? categories : members;
  const isOwn = and(inArray(table.id, ids), eq(table.workspaceId, workspaceId));
  if ((await tx.$count(table, isOwn)) < ids.length)
    throw new AppError("not_found", { reason: kind === "category" ? "category" : "member" });
}

/** Beside the category itself: who had given it and why, and what was remembered of the message. */
async function restoreCategories(tx: Database, actor: Actor, changes: Change[]): Promise<void> {
  const reasons = changes.flatMap(({ threadId, former }) =>
    former?.reason ? [[threadId, former.reason] as const] : [],
  );
  await restoreReasons(tx, new Map(reasons));
  await restoreExamples(
    tx,
    actor,
    changes.flatMap(({ former }) => former?.example ?? []),
  );
}

type Change = {
  threadId: number;
  eventId: string;
  memberId: string | null;
  name: string | null;
  to: unknown;
  former: Partial<FormerCategory> | null;
  hasMailSince: boolean;
};

/** Who has changed each thread last in this respect, and to what; what was taken back is not how it stands any more. */
async function lastChanges(tx: Database, kind: TriageKind, threadIds: number[]): Promise<Map<number, Change>> {
  if (threadIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([events.threadId], {
      threadId: events.threadId,
      eventId: events.id,
      memberId: events.memberId,
      name: members.name,
      to: sql<unknown>`${events.data} -> 'to'`,
      former: sql<Partial<FormerCategory> | null>`${events.data}`,
      hasMailSince: sql<boolean>`exists(select from ${messages} where ${messages.threadId} = ${events.threadId}
        and ${messages.direction} = 'in' and ${messages.firstSeenAt} > ${events.at})`,
    })
    .from(events)
    .leftJoin(members, eq(members.id, events.memberId))
    .where(and(inArray(events.threadId, threadIds), inArray(events.kind, EVENTS[kind]), notExists(undoneOf(tx))))
    .orderBy(events.threadId, desc(events.at), desc(events.id));
  return new Map(
    rows.flatMap(({ threadId, ...change }) => (threadId === null ? [] : [[threadId, { threadId, ...change }]])),
  );
}

const undone = alias(events, "undone");

const undoneOf = (tx: Database) =>
  tx
    .select({ one: sql`1` })
    .from(undone)
    .where(
      and(
        eq(undone.threadId, events.threadId),
        eq(undone.kind, "thread.triage_undone"),
        sql`${undone.data} ->> 'of' = ${events.id}::text`,
      ),
    );
