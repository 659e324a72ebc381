/** Minutes before each further try of a reply that was refused for now; about a day in all (RFC 5321 §4.5.4.1 asks for patience). */
const DELAYS = [1, 5, 15, 60, 120, 240, 240, 360, 480];

/** How long to wait, in ms, after the try number `attempts` (from 1); null when it was the last one. */
export function retryDelay(attempts: number): number | null {
  const minutes = DELAYS[Math.max(0, attempts - 1)];
  return minutes === undefined ? null : minutes * 60_000;
}

const MINUTE_MS = 60_000;

/** How long to wait, in ms, before a sign-in is tried again that has been refused for so long: ever rarer, or accounts get locked. */
export const signInDelay = (refusedForMs: number): number =>
  Math.min(8 * 60 * MINUTE_MS, Math.max(MINUTE_MS, refusedForMs * 3));
