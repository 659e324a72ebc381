/** How many whole minutes ago something was, within the last hour; null for what is older or lies ahead. */
export function minutesAgo(at: string, now: Date): number | null {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  // The server's clock may be a little ahead of this one's.
  if (minutes === -1) return 0;
  return minutes >= 0 && minutes < 60 ? minutes : null;
}
