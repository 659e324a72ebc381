import { deleteFile, putFile, readFile } from "@/lib/storage/storage";

/**
 * The very bytes that an attempt hands over, kept from before the hand-over until they are stored and filed, so that
 * what the thread and the Sent folder show is what left, even if this process dies in between. Each claim has its own.
 */
type Attempt = { id: string; claimToken: string | null };

const keyOf = ({ id, claimToken }: Attempt) => `${OUTBOX}/${id}/${claimToken}.eml`;

/** The folder that all of them lie in. */
export const OUTBOX = "outbox";

/** Whose copy a file of that folder is; null for what is none. */
export function attemptOf(key: string): { id: string; claimToken: string } | null {
  const [, id, claimToken] = /^outbox\/([\da-f-]{36})\/([\da-f-]{36})\.eml$/.exec(key) ?? [];
  return id && claimToken ? { id, claimToken } : null;
}

export const keepCopy = (attempt: Attempt, raw: Buffer): Promise<void> => putFile(keyOf(attempt), raw);

/** @returns null when there is none (any more) */
export async function findCopy(attempt: Attempt): Promise<Buffer | null> {
  if (!attempt.claimToken) return null;
  return readFile(keyOf(attempt)).catch(() => null);
}

export async function dropCopy(attempt: Attempt): Promise<void> {
  if (attempt.claimToken) await deleteFile(keyOf(attempt)).catch(() => undefined);
}
