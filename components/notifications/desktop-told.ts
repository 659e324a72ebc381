import type { NotificationKind, NotificationView } from "@/lib/domain/notification";

/** What a colleague does that wants the viewer: answers of leads are told of by themselves, and a day's tasks wait in their list. */
const ON_DESKTOP: ReadonlySet<NotificationKind> = new Set([
  "mentioned",
  "assigned",
  "handed_over",
  "task_given",
  "review_asked",
  "review_approved",
  "review_returned",
  "review_commented",
  "coached",
]);

/**
 * Which of the newest lines are to be told of on the desktop, the oldest first, and up to when all has been told from then on.
 * @param since up to when all had been told (ISO 8601)
 */
export function desktopTold(newest: NotificationView[], since: string): { fresh: NotificationView[]; since: string } {
  const later = newest.filter(({ createdAt }) => createdAt > since);
  const fresh = later.filter(({ kind, by, isRead }) => ON_DESKTOP.has(kind) && by !== null && !isRead).toReversed();
  return { fresh, since: later.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), since) };
}

const KEY = "threadwell-told";

/** Up to when somebody was told in this browser, by whichever of its tabs; before anything was told, `from`. */
export function readTold(personId: string, from: string): string {
  try {
    const kept = localStorage.getItem(`${KEY}-${personId}`) ?? "";
    return kept > from ? kept : from;
  } catch {
    return from;
  }
}

export function keepTold(personId: string, until: string): void {
  try {
    localStorage.setItem(`${KEY}-${personId}`, until);
  } catch {
    // A browser that keeps nothing may tell twice when another tab takes over.
  }
}
