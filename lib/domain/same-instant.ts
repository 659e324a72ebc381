/** Whether what was saved is what somebody saw last; null: nothing was. */
export const isSameInstant = (saved: Date | null, seen: string | null): boolean =>
  (saved?.getTime() ?? null) === (seen === null ? null : new Date(seen).getTime());
