import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { leads, threadReminders, threads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import type { DueReminder } from "@/lib/domain/reminder";
import { inScope } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";

/** The actor's snoozes and reminders that have come up and that nobody has answered or dismissed, the oldest first. */
export async function listDueReminders({ actor, db }: Context): Promise<DueReminder[]> {
  may(actor, "plan.read");
  const rows = await db
    .select({
      id: threadReminders.id,
      threadId: threadReminders.threadId,
      kind: threadReminders.kind,
      condition: threadReminders.condition,
      because: threadReminders.firedBecause,
      until: threadReminders.remindAt,
      note: threadReminders.note,
      createdAt: threadReminders.createdAt,
      subject: threads.subject,
      lastSentAt: threads.lastSentAt,
      awaitingSince: threads.awaitingSince,
      contactName: threads.contactName,
      contactAddress: threads.contactAddress,
      firstName: leads.firstName,
      lastName: leads.lastName,
    })
    .from(threadReminders)
    .innerJoin(threads, eq(threads.id, threadReminders.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(
      and(
        eq(threadReminders.memberId, actor.memberId),
        eq(threadReminders.workspaceId, actor.workspaceId),
        inScope(actor),
        isNotNull(threadReminders.firedAt),
        isNull(threadReminders.closedAt),
      ),
    )
    .orderBy(asc(threadReminders.firedAt), asc(threadReminders.id))
    .limit(100);
  return rows.map(({ because, until, createdAt, lastSentAt, awaitingSince, ...row }) => ({
    id: row.id,
    threadId: row.threadId,
    kind: row.kind,
    condition: row.condition,
    because: because ?? "time",
    until: until?.toISOString() ?? null,
    note: row.note,
    subject: row.subject,
    name: leadName(row) || row.contactName || row.contactAddress,
    // Who wrote last themselves are silent since we asked ourselves to look again.
    since: (awaitingSince === null && lastSentAt ? lastSentAt : createdAt).toISOString(),
  }));
}
