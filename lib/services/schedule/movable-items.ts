import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { mailboxes, replies, tasks, threadReminders, threads } from "@/lib/db/schema";
import type { MovableKind } from "@/lib/domain/schedule-item";
import { isOffsetZone } from "@/lib/domain/wall-time";
import { inScope, threadsOf } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { clocksOfLeads } from "@/lib/services/leads/clocks-of-leads";
import { shownAt } from "./reply-times";

/**
 * `shownAt`: where the calendar draws it, which a window may have put off. `zone`: the one in which its time was chosen. `wallZone`: on
 * whose clock its hour is kept: the lead's, else that one, else the mailbox's.
 */
export type MovableItem = {
  kind: MovableKind;
  id: string;
  at: Date | null;
  shownAt: Date | null;
  zone: string | null;
  wallZone: string;
};

/** How items stand that the actor can see, by their id; of reminders only the actor's own. */
export async function movableItems(
  ctx: Context,
  items: { kind: MovableKind; id: string }[],
): Promise<Map<string, MovableItem>> {
  const idsOf = (...kinds: MovableKind[]) => items.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const rows = [
    ...(await plannedReplies(ctx, idsOf("reply"))),
    ...(await ownReminders(ctx, idsOf("reminder", "snooze"))),
  ];
  const ofTasks = await openTasks(ctx, idsOf("task"));
  const clockOf = await clocksOfLeads(ctx, rows);
  return new Map([
    ...ofTasks.map((task): [string, MovableItem] => [task.id, task]),
    ...rows.map((row): [string, MovableItem] => {
      const { kind, id, at, shownAt: shown, zone, mailboxZone } = row;
      const lead = clockOf(row).clock?.zone ?? null;
      // An offset knows nothing of summer time: a zone that somebody chose says more.
      const named = lead !== null && !isOffsetZone(lead) ? lead : null;
      return [id, { kind, id, at, shownAt: shown, zone, wallZone: named ?? zone ?? lead ?? mailboxZone }];
    }),
  ]);
}

async function plannedReplies({ actor, db }: Context, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: replies.id,
      scheduledAt: replies.scheduledAt,
      dueAt: replies.dueAt,
      shownAt,
      zone: replies.scheduledZone,
      leadId: threads.leadId,
      address: threads.contactAddress,
      mailboxZone: mailboxes.timeZone,
    })
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
    .where(
      and(
        eq(replies.workspaceId, actor.workspaceId),
        inScope(actor),
        sql`${replies.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  return rows.map(({ scheduledAt, dueAt, ...row }) => ({ ...row, kind: "reply" as const, at: scheduledAt ?? dueAt }));
}

async function ownReminders({ actor, db }: Context, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: threadReminders.id,
      kind: threadReminders.kind,
      at: threadReminders.remindAt,
      leadId: threads.leadId,
      address: threads.contactAddress,
      mailboxZone: mailboxes.timeZone,
    })
    .from(threadReminders)
    .innerJoin(threads, eq(threads.id, threadReminders.threadId))
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .where(
      and(
        eq(threadReminders.workspaceId, actor.workspaceId),
        inScope(actor),
        eq(threadReminders.memberId, actor.memberId),
        sql`${threadReminders.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  return rows.map((row) => ({ ...row, shownAt: row.at, zone: null }));
}

/** A day has no clock: it is kept as midnight UTC. */
async function openTasks({ actor, db }: Context, ids: string[]): Promise<MovableItem[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: tasks.id, dueOn: tasks.dueOn })
    .from(tasks)
    .innerJoin(threads, eq(threads.id, tasks.threadId))
    .where(
      and(
        threadsOf(actor),
        isNull(tasks.doneAt),
        isNull(tasks.removedAt),
        isNotNull(tasks.dueOn),
        sql`${tasks.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  return rows.map(({ id, dueOn }) => {
    const at = new Date(`${dueOn}T00:00:00Z`);
    return { id, kind: "task", at, shownAt: at, zone: "UTC", wallZone: "UTC" };
  });
}
