/** A session ends this long after it was last used. */
export const SESSION_DAYS = 30;
export const DAY_MS = 24 * 3600 * 1000;
