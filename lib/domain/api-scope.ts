/** What an API key can be made for. */
export const API_SCOPES = ["reply.send", "reply.read", "sandbox.read"] as const;
