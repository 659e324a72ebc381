import { and, desc, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { categories, events, members } from "@/lib/db/schema";
import type { TriageKind, TriageValue, UndoOutcome } from "@/lib/domain/triage";
import { notifyChange } from "@/lib/realtime/notify";
import { type Actor, type Context, may } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";
import type { UndoTriageInput } from "./schemas";
import { holdThreads, isSameValue, valueOf, writeValue } from "./triage-values";

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
    const held = await holdThreads(
      tx,
      actor,
      items.map(({ threadId }) => threadId),
    );
    const byId = new Map(held.map((thread) => [thread.id, thread]));
    const found = items.flatMap((item) => {
      const thread = byId.get(item.threadId);
      return thread ? [{ ...item, isSame: isSameValue(valueOf(thread, kind), item.after) }] : [];
    });
    const back = found.filter(({ isSame }) => isSame);
    for (const { threadId, before } of back) await writeValue(tx, { kind, value: before, threadIds: [threadId], now });
    const restored = back.map(({ threadId }) => threadId);
    await recordEach(
      tx,
      actor,
      "thread.triage_undone",
      restored.map((threadId) => ({ threadId, data: { kind } })),
    );
    if (restored.length > 0)
      await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: restored });
    const changedSince = found.filter(({ isSame }) => !isSame).map(({ threadId }) => threadId);
    const authors = await lastAuthors(tx, kind, changedSince);
    return {
      restored,
      left: [
        ...changedSince.map((threadId) => ({
          threadId,
          reason: "changed_since" as const,
          by: authors.get(threadId) ?? null,
        })),
        ...items
          .filter(({ threadId }) => !byId.has(threadId))
          .map(({ threadId }) => ({ threadId, reason: "not_found" as const, by: null })),
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

async function lastAuthors(tx: Database, kind: TriageKind, threadIds: number[]): Promise<Map<number, string>> {
  if (threadIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([events.threadId], { threadId: events.threadId, name: members.name })
    .from(events)
    .innerJoin(members, eq(members.id, events.memberId))
    .where(and(inArray(events.threadId, threadIds), inArray(events.kind, EVENTS[kind])))
    .orderBy(events.threadId, desc(events.at), desc(events.id));
  return new Map(rows.flatMap(({ threadId, name }) => (threadId === null ? [] : [[threadId, name]])));
}
