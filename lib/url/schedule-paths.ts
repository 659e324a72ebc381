/** Addresses of what the calendar reads. `from` and `to` are ISO 8601 in UTC. */
export const scheduleApiPath = (span: { from: string; to: string }): string =>
  `/api/schedule?${new URLSearchParams(span)}`;
export const unplannedApiPath = (cursor: string | null): string =>
  `/api/schedule/unplanned${cursor === null ? "" : `?${new URLSearchParams({ cursor })}`}`;
export const teamLoadApiPath = (span: { from: string; to: string }): string =>
  `/api/schedule/team?${new URLSearchParams(span)}`;
/** A waiting reply's text, to be written on. */
export const replyTextApiPath = (replyId: string): string => `/api/replies/${replyId}/text`;
