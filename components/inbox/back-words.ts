import type { DueReminder, WantedBack } from "@/lib/domain/reminder";
import { addDays, wallTimeOf } from "@/lib/domain/wall-time";

/** Why a thread is before its member again. */
export type BackReason = "answered" | "noReply" | "snoozed" | "reminder";

export function backReason({
  kind,
  condition,
  because,
}: Pick<DueReminder, "kind" | "condition" | "because">): BackReason {
  if (because === "answer") return "answered";
  if (condition !== "always") return "noReply";
  return kind === "snooze" ? "snoozed" : "reminder";
}

/** How it is said when a thread comes back: at a time, at one unless they reply, when they reply, then or at a time at the latest. */
export type BackForm = "until" | "ifNoReply" | "untilReply" | "untilReplyOr";

export function backForm({ until, condition }: Pick<WantedBack, "until" | "condition">): BackForm {
  if (until === null) return "untilReply";
  if (condition === "until_reply") return "untilReplyOr";
  return condition === "if_no_reply" ? "ifNoReply" : "until";
}

/** A day that has a name of its own beside a time; null for the others. */
export function namedDay(at: string, now: Date, timeZone: string): "yesterday" | "today" | "tomorrow" | null {
  const { date } = wallTimeOf(new Date(at), timeZone);
  const today = wallTimeOf(now, timeZone).date;
  if (date === today) return "today";
  if (date === addDays(today, 1)) return "tomorrow";
  return date === addDays(today, -1) ? "yesterday" : null;
}
