import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { categories, members, messages } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { TriageChange, TriageOutcome, TriageValue } from "@/lib/domain/triage";
import { notifyChange } from "@/lib/realtime/notify";
import { type Actor, type Context, may } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";
import { assignByRule } from "@/lib/services/assignment/assign-by-rule";
import { putAwayDone } from "@/lib/services/reminders/put-away-done";
import { carryTriage } from "@/lib/services/smartlead/carry-triage";
import { answeredAmong } from "./answered-among";
import { requireOwnClaim, takenAmong } from "./claimed-threads";
import { handOverThreads } from "./hand-over-threads";
import { type FormerExample, rememberExamples } from "./category-examples";
import { type CategoryReason, sealReason } from "./category-reasons";
import type { TriageInput } from "./schemas";
import { alike, type HeldThread, holdThreads, isSameValue, valueOf, writeValue } from "./triage-values";

/** What the history keeps of a thread whose category a person changed. */
export type FormerCategory = { reason: CategoryReason; example: FormerExample | null };

/**
 * Marks threads as done, read or important (or not), gives them a category or an owner: one request, one outcome for each.
 * What is done leaves the inbox until its lead writes again; reading is everybody's, whoever read it.
 * Where they have written what whoever asks does not know of (`messageCounts`), nothing is put out of sight.
 * @returns what was changed with how it stood before, for `undoTriage`; and what was not, since it stood so already or cannot be seen
 * @throws AppError `not_found` with reason `category` or `member` when the workspace has none such
 */
export async function triageThreads({ actor, db, now }: Context, input: TriageInput): Promise<TriageOutcome> {
  may(actor, "thread.triage");
  const { change } = input;
  requireOwnClaim(actor, change);
  const threadIds = [...new Set(input.threadIds)];
  return db.transaction(async (tx) => {
    await findTarget(tx, actor, change);
    const held = await holdThreads(tx, actor, threadIds);
    const taken = await takenAmong(tx, change, held);
    const wanted = await wantedValues(tx, change, held, now);
    const open = held.filter(({ id }) => !taken.has(id));
    const moving = open.filter((each) => !stands(change, valueOf(each, change.kind), wanted.get(each.id)!));
    const answered = doesHide(change) ? await answeredAmong(tx, moving, input.messageCounts) : new Set<number>();
    const changed = moving
      .filter(({ id }) => !answered.has(id))
      .map((each) => ({ threadId: each.id, before: valueOf(each, change.kind), after: wanted.get(each.id)! }));
    const changedIds = changed.map(({ threadId }) => threadId);
    for (const group of alike(changed.map(({ threadId, after }) => ({ threadId, value: after }))))
      await writeValue(tx, { kind: change.kind, ...group, now, byId: actor.memberId });
    await confirm(tx, actor, { change, held, now });
    if (change.kind === "done" && change.on) await putAwayDone(tx, actor.memberId, changedIds);
    const former =
      change.kind === "category" ? await rememberCategory(tx, actor, { change, held, changed, now }) : null;
    await recordEach(
      tx,
      actor,
      eventOf(change),
      changed.map(({ threadId, after }) => ({
        threadId,
        data: change.kind === "read" ? {} : { to: after, ...former?.get(threadId), ...claimed(change) },
      })),
    );
    await carryTriage(tx, actor, change.kind, changedIds);
    const heldIds = open.map(({ id }) => id);
    await handOverThreads(tx, actor, { change, changedIds, heldIds, at: now() });
    if (changedIds.length > 0)
      await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: changedIds });
    if (change.kind === "category")
      await assignByRule(tx, {
        workspaceId: actor.workspaceId,
        threadIds: changedIds,
        at: now(),
        byId: actor.memberId,
      });
    return { kind: change.kind, changed, unchanged: unchangedOf(threadIds, { held, changed, taken, answered }) };
  });
}

/** A person who chooses what the rules gave has chosen: the rules do not change it any more. */
async function confirm(
  tx: Database,
  { memberId: byId }: Actor,
  { change, held, now }: { change: TriageChange; held: HeldThread[]; now: Clock },
): Promise<void> {
  if (change.kind !== "category" || change.categoryId === null) return;
  const { kind, categoryId: value } = change;
  const confirmed = held.filter(
    ({ categoryId, categorySource }) => categoryId === value && categorySource !== "person",
  );
  await writeValue(tx, { kind, value, threadIds: confirmed.map(({ id }) => id), now, byId });
}

/** What an undo has to bring back beside the category itself: who had given it and why, and what was remembered of the message. */
async function rememberCategory(
  tx: Database,
  actor: Actor,
  { change, held, changed, now }: Remembered,
): Promise<Map<number, FormerCategory>> {
  const ids = changed.map(({ threadId }) => threadId);
  const examples = await rememberExamples(tx, actor, { threadIds: ids, categoryId: change.categoryId, now });
  return new Map(
    held
      .filter(({ id }) => ids.includes(id))
      .map(({ id, categorySource, categoryBecause }) => [
        id,
        { reason: sealReason(id, { categorySource, categoryBecause }), example: examples.get(id) ?? null },
      ]),
  );
}

type Remembered = {
  change: Extract<TriageChange, { kind: "category" }>;
  held: HeldThread[];
  changed: TriageOutcome["changed"];
  now: Clock;
};

/** Who or what a thread is given to is looked for in the actor's own workspace. */
async function findTarget(tx: Database, { workspaceId }: Actor, change: TriageChange): Promise<void> {
  if (change.kind === "category" && change.categoryId) {
    const isIt = and(eq(categories.id, change.categoryId), eq(categories.workspaceId, workspaceId));
    const [found] = await tx.select({ id: categories.id }).from(categories).where(isIt);
    if (!found) throw new AppError("not_found", { reason: "category" });
  }
  if (change.kind === "assignee" && change.assigneeId) {
    const isIt = and(
      eq(members.id, change.assigneeId),
      eq(members.workspaceId, workspaceId),
      isNull(members.deactivatedAt),
    );
    const [found] = await tx.select({ role: members.role }).from(members).where(isIt);
    if (!found || !roleMay(found.role, "thread.triage")) throw new AppError("not_found", { reason: "member" });
  }
}

/** How each thread is to stand. Unread again is the newest message of the lead. */
async function wantedValues(
  tx: Database,
  change: TriageChange,
  held: HeldThread[],
  now: Clock,
): Promise<Map<number, TriageValue>> {
  if (change.kind === "read" && !change.on) return newestReceived(tx, held);
  return new Map(held.map(({ id }) => [id, wantedOf(change, now)]));
}

function wantedOf(change: TriageChange, now: Clock): TriageValue {
  if (change.kind === "category") return change.categoryId;
  if (change.kind === "assignee") return change.assigneeId;
  if (change.kind === "important") return change.on;
  if (change.kind === "read") return [];
  return change.on ? now().toISOString() : null;
}

async function newestReceived(tx: Database, held: HeldThread[]): Promise<Map<number, TriageValue>> {
  const found = new Map<number, TriageValue>(held.map(({ id }) => [id, []]));
  if (held.length === 0) return found;
  const rows = await tx
    .selectDistinctOn([messages.threadId], { threadId: messages.threadId, id: messages.id })
    .from(messages)
    .where(
      and(
        inArray(
          messages.threadId,
          held.map(({ id }) => id),
        ),
        eq(messages.direction, "in"),
      ),
    )
    .orderBy(messages.threadId, desc(messages.sentAt), desc(messages.id));
  for (const { threadId, id } of rows) found.set(threadId, [id]);
  return found;
}

/** Whether a thread stands as wanted already: done is done, whenever it was marked, and unread is unread. */
function stands(change: TriageChange, before: TriageValue, after: TriageValue): boolean {
  if (change.kind === "done") return (before !== null) === change.on;
  if (change.kind === "read" && !change.on) return (before as string[]).length > 0 || isSameValue(before, after);
  return isSameValue(before, after);
}

/** What is done or read is looked at by nobody any more. */
const doesHide = (change: TriageChange): boolean => (change.kind === "done" || change.kind === "read") && change.on;

const EVENTS = {
  done: ["thread.archived", "thread.unarchived"],
  read: ["thread.read", "thread.unread"],
  important: ["thread.important", "thread.unimportant"],
} as const;

function eventOf(change: TriageChange): string {
  if (change.kind === "category") return "thread.categorised";
  if (change.kind === "assignee") return "thread.assigned";
  return EVENTS[change.kind][change.on ? 0 : 1];
}

const claimed = (change: TriageChange) => (change.kind === "assignee" && change.claim ? { claim: true } : {});

type Ended = {
  held: HeldThread[];
  changed: TriageOutcome["changed"];
  taken: Map<number, string>;
  answered: Set<number>;
};

function unchangedOf(threadIds: number[], { held, changed, taken, answered }: Ended): TriageOutcome["unchanged"] {
  const seen = new Set(held.map(({ id }) => id));
  const done = new Set(changed.map(({ threadId }) => threadId));
  return threadIds
    .filter((id) => !done.has(id))
    .map((threadId) => {
      const by = taken.get(threadId);
      if (by !== undefined) return { threadId, reason: "taken", by };
      if (answered.has(threadId)) return { threadId, reason: "answered" };
      return { threadId, reason: seen.has(threadId) ? "already" : "not_found" };
    });
}
