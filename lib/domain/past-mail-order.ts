/** How the newest order of a mailbox's past mail stands. `at` is ISO 8601 in UTC. */
export type PastMailOrder = {
  mailboxId: string;
  address: string;
  colour: number;
  at: string;
  days: number;
  outcome: "ordered" | "done" | "failed";
  added: number;
  known: number;
  failed: number;
};
