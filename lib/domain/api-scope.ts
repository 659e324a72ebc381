/** What an API key can be made for. */
export const API_SCOPES = ["reply.send", "reply.read", "sandbox.read"] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Whether a key may be used for something; a key without a list (null) was made for everything. */
export const keyMay = (scopes: readonly ApiScope[] | null, scope: ApiScope): boolean =>
  scopes === null || scopes.includes(scope);
