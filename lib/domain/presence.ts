/** What somebody does in a thread that they have open; writing outranks viewing. */
export const PRESENCES = ["viewing", "writing"] as const;
