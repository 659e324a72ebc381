const OLDEST = Date.UTC(1990, 0, 1);

/**
 * When a message was sent: its Date header, or when it was first seen if that is missing or absurd. A date ahead is absurd too:
 * it would stand above every answer to it.
 */
export function sentAtOf(date: Date | null, seenAt: Date): Date {
  const time = date?.getTime() ?? Number.NaN;
  return time >= OLDEST && time <= seenAt.getTime() ? new Date(time) : seenAt;
}
