/**
 * How the newest order of a mailbox's past mail stands: so many `days` from its server, or the files called `name`. `at` is ISO 8601
 * in UTC; `failedAt` says which messages of the files could not be stored, the first of them, counted from 1.
 */
export type PastMailOrder = {
  mailboxId: string;
  address: string;
  colour: number;
  at: string;
  days: number;
  name: string | null;
  outcome: "ordered" | "done" | "failed";
  added: number;
  known: number;
  failed: number;
  failedAt: number[];
  /** Drafts, and what was deleted in the program that wrote the file. */
  leftOut: number;
};
