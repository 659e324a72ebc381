/** Thrown when a row that was not there at the look-up is there at the insert. */
export class WrittenMeanwhile extends Error {}

/** Whether the same transaction may well succeed if it is tried again (PostgreSQL, appendix A: class 40). */
export function isRetryable(error: unknown): boolean {
  return error instanceof WrittenMeanwhile || (codeOf(error)?.startsWith("40") ?? false);
}

/** Whether the database refuses what the message says, not the connection (classes 22 and 54: bad data, a limit exceeded). */
export function isDataError(error: unknown): boolean {
  return /^(22|54)/.test(codeOf(error) ?? "");
}

function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return undefined;
}
