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

/** Up to when all has been told (ISO 8601), and which of the last lines before that are known. */
export type Told = { since: string; ids: string[] };

/** A line bears the time at which its transaction began, and is seen when that ends: one may come later than a younger one. */
const LATE_MS = 30_000;

/** Which of the newest lines are to be told of on the desktop, the oldest first, and what has been told from then on. */
export function desktopTold(newest: NotificationView[], told: Told): { fresh: NotificationView[]; told: Told } {
  const horizon = beforeOf(told.since);
  const unknown = newest.filter(({ id, createdAt }) => createdAt > horizon && !told.ids.includes(id));
  const fresh = unknown.filter(({ kind, by, isRead }) => ON_DESKTOP.has(kind) && by !== null && !isRead).toReversed();
  const since = newest.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), told.since);
  const remembered = beforeOf(since);
  const ids = newest.flatMap(({ id, createdAt }) => (createdAt > remembered ? [id] : []));
  return { fresh, told: { since, ids } };
}

const beforeOf = (since: string): string => new Date(Date.parse(since) - LATE_MS).toISOString();

const KEY = "threadwell-told";

/** What somebody was told in this browser, by whichever of its tabs; what was there before `from` was drawn with the page. */
export function readTold(personId: string, from: string): Told {
  const { since, ids } = keptTold(personId) ?? { since: from, ids: [] };
  return { since: since > from ? since : from, ids };
}

function keptTold(personId: string): Told | null {
  try {
    const kept = JSON.parse(localStorage.getItem(`${KEY}-${personId}`) ?? "null") as Partial<Told> | null;
    return kept && typeof kept.since === "string" && Array.isArray(kept.ids)
      ? { since: kept.since, ids: kept.ids }
      : null;
  } catch {
    return null;
  }
}

export function keepTold(personId: string, told: Told): void {
  try {
    localStorage.setItem(`${KEY}-${personId}`, JSON.stringify(told));
  } catch {
    // A browser that keeps nothing may tell twice when another tab takes over.
  }
}
