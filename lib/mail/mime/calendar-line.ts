/**
 * A value of a calendar as one line of so many characters at most, without control characters. A cut in the middle of a character
 * (half a surrogate pair) takes the whole of it: no database stores a half.
 */
export const calendarLine = (value: unknown, limit: number): string =>
  (value === null || value === undefined ? "" : String(value as string))
    .slice(0, limit * 4)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim()
    .slice(0, limit)
    .replace(/\p{Cs}$/u, "");
