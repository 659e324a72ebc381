import { isRetryable } from "./storing-errors";

const ATTEMPTS = 4;

/** Deadlocks and rows that another source wrote at the same moment end by trying again. */
export async function retryStoring<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
