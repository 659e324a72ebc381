import type { ScheduleItem } from "@/lib/domain/schedule-item";

/** An entry as its own table tells it: what its thread says is added for all of them at once. `mailboxId` null is the thread's. */
export type FoundItem = Pick<
  ScheduleItem,
  "id" | "kind" | "at" | "end" | "isAllDay" | "threadId" | "words" | "person" | "comesUp" | "task"
> & { mailboxId: string | null; reply: Omit<NonNullable<ScheduleItem["reply"]>, "outside"> | null };

/** What an entry is that has no reply, no end and no condition of its own. */
export const PLAIN = { end: null, isAllDay: false, mailboxId: null, person: null, reply: null, comesUp: null } as const;

/**
 * What a list of the calendar is narrowed to. Instants, the end left out; `days` are those of the reader's clock that the span touches
 * ("2026-11-19", both included), for what takes whole days.
 */
export type SpanFilter = {
  from: Date;
  to: Date;
  days: { first: string; last: string };
  mailboxId?: string;
  memberId?: string;
};

/** The same whatever the time. */
export type Narrowed = Pick<SpanFilter, "mailboxId" | "memberId">;
