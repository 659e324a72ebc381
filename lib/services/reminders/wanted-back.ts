import { type SQL, sql } from "drizzle-orm";
import type { ReminderKind, WantedBack } from "@/lib/domain/reminder";

/** When a thread comes back to a member, beside the thread's own columns. A snooze that has come up is none any more; a reminder is, until it is put away. */
export const wantedBack = (memberId: string, kind: ReminderKind, threadId: SQL): SQL<WantedBack | null> =>
  sql<WantedBack | null>`(select json_build_object('until', to_char(wanted.remind_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'condition', wanted.condition, 'note', wanted.note) from thread_reminders wanted where wanted.thread_id = ${threadId} and wanted.member_id = ${memberId} and wanted.kind = ${kind} and wanted.closed_at is null and (wanted.fired_at is null or wanted.kind = 'reminder') order by wanted.remind_at limit 1)`;
