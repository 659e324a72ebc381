/** A time this little ahead means now. */
export const NOW_MS = 60_000;
/** A time this little past is a slow clock rather than a mistake. */
export const PAST_MS = 5 * 60_000;

export type ReplyTiming = { status: "scheduled" | "queued"; scheduledAt: Date | null; dueAt: Date };

/**
 * When a reply leaves. A time at most a minute ahead is now; now waits for the composer's undo hold, if there is one.
 * @returns "in_the_past" for a time more than five minutes ago
 */
export function replyTiming(scheduled: Date | null, now: Date, undoSeconds: number): ReplyTiming | "in_the_past" {
  const ahead = scheduled ? scheduled.getTime() - now.getTime() : 0;
  if (ahead < -PAST_MS) return "in_the_past";
  if (scheduled && ahead > NOW_MS) return { status: "scheduled", scheduledAt: scheduled, dueAt: scheduled };
  if (undoSeconds <= 0) return { status: "queued", scheduledAt: null, dueAt: now };
  return { status: "scheduled", scheduledAt: null, dueAt: new Date(now.getTime() + undoSeconds * 1000) };
}

/** Of a reply whose time somebody else keeps: it leaves now, or at the end of the undo hold, and its time goes with it. */
export function timingAtOnce(planned: ReplyTiming, now: Date, undoSeconds: number): ReplyTiming {
  if (planned.scheduledAt === null) return planned;
  if (undoSeconds <= 0) return { ...planned, status: "queued", dueAt: now };
  return { ...planned, status: "scheduled", dueAt: new Date(now.getTime() + undoSeconds * 1000) };
}
