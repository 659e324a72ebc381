import { and, eq, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { threadReminders } from "@/lib/db/schema";
import type { ReminderKind } from "@/lib/domain/reminder";

/** A member's snooze or reminder that stands, whether it has come up already or not. */
export const isOwnOpen = (memberId: string, kind: ReminderKind): SQL =>
  and(eq(threadReminders.memberId, memberId), eq(threadReminders.kind, kind), isNull(threadReminders.closedAt))!;

/** The same, and whatever of the member's has come up: who does something with the thread has seen that. */
export const isOwnOrUp = (memberId: string, kind: ReminderKind): SQL =>
  and(
    eq(threadReminders.memberId, memberId),
    or(eq(threadReminders.kind, kind), isNotNull(threadReminders.firedAt)),
    isNull(threadReminders.closedAt),
  )!;

/** What has come up before a member and is not put away yet. */
export const isOwnUp = (memberId: string): SQL =>
  and(eq(threadReminders.memberId, memberId), isNotNull(threadReminders.firedAt), isNull(threadReminders.closedAt))!;
