import { and, desc, eq, exists, inArray, isNull, not, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events, members, threadReminders } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Actor, type Context } from "@/lib/services/context";
import { recordEach } from "@/lib/services/record-each";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import type { TakeBackHandOverInput } from "./schemas";
import { wantedBackBy } from "./wanted-back-by";

/**
 * Takes back what `handOver` answered: each thread and each reminder goes to whom it was with, unless somebody has given it away since.
 * What it did not move stays, above all what the new owner had already.
 * @returns what went back
 * @throws AppError `forbidden`, `not_found` with reason `member`
 */
export async function takeBackHandOver({ actor, db, now }: Context, { threads, reminders }: TakeBackHandOverInput) {
  may(actor, "schedule.team");
  return db.transaction(async (tx) => {
    const { restored } = await undoTriage({ actor, db: tx, now }, { kind: "assignee", items: threads });
    const ids = reminders.map(({ id }) => id);
    return { threadIds: restored, reminderIds: await giveBack(tx, actor, ids) };
  });
}

/** With whom each was is read from the history: only what the actor has handed on, and is still with whom they gave it to. */
async function giveBack(tx: Database, actor: Actor, ids: string[]): Promise<string[]> {
  const open = await tx
    .select({ id: threadReminders.id, threadId: threadReminders.threadId, memberId: threadReminders.memberId })
    .from(threadReminders)
    .where(
      and(
        eq(threadReminders.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, threadReminders.threadId),
        inArray(threadReminders.id, ids),
        isNull(threadReminders.firedAt),
        isNull(threadReminders.closedAt),
      ),
    )
    .for("update");
  const handings = await lastHandings(tx, open);
  const returned: { threadId: number; subjectId: string; data: { from: string; to: string } }[] = [];
  for (const { id, threadId, memberId } of open) {
    const handing = handings.get(id);
    if (handing?.byId !== actor.memberId || handing.to !== memberId || !handing.from) continue;
    const isFree = not(exists(wantedBackBy(tx, handing.from)));
    const isStillHere = exists(
      tx
        .select({ one: sql`1` })
        .from(members)
        .where(and(eq(members.id, handing.from), isNull(members.deactivatedAt))),
    );
    const [changed] = await tx
      .update(threadReminders)
      .set({ memberId: handing.from })
      .where(and(eq(threadReminders.id, id), isFree, isStillHere))
      .returning({ id: threadReminders.id });
    if (changed) returned.push({ threadId, subjectId: id, data: { from: memberId, to: handing.from } });
  }
  await recordEach(tx, actor, "reminder.handed", returned);
  return returned.map(({ subjectId }) => subjectId);
}

type Handing = { byId: string | null; from: string | null; to: string | null };

/** Who gave each away last, from whom to whom. */
async function lastHandings(tx: Database, open: { id: string; threadId: number }[]): Promise<Map<string, Handing>> {
  const rows = await tx
    .selectDistinctOn([events.subjectId], {
      id: events.subjectId,
      byId: events.memberId,
      from: sql<string | null>`${events.data} ->> 'from'`,
      to: sql<string | null>`${events.data} ->> 'to'`,
    })
    .from(events)
    .where(
      and(
        inArray(
          events.threadId,
          open.map(({ threadId }) => threadId),
        ),
        eq(events.kind, "reminder.handed"),
        inArray(
          events.subjectId,
          open.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(events.subjectId, desc(events.at), desc(events.id));
  return new Map(rows.flatMap(({ id, ...handing }) => (id === null ? [] : [[id, handing]])));
}
