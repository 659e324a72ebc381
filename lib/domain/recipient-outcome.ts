/** What the server said to one recipient. */
export type RecipientOutcome = { address: string; accepted: boolean; response?: string };
