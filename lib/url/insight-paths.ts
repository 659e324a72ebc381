type Params = Record<string, string | number | undefined>;

const asked = (params: Params): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );

/** Addresses of what the figures' screen reads. */
export const insightApiPath = (params: Params): string => `/api/insights?${asked(params)}`;
export const insightThreadsApiPath = (params: Params): string => `/api/insights/threads?${asked(params)}`;
export const insightCsvPath = (params: Params): string => `/api/insights/csv?${asked(params)}`;
export const insightTeamsApiPath = "/api/insights/teams";
