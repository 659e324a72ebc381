let count = 0;
const changedAt = new Map<number, number>();
const running = new Map<number, number>();

/**
 * Which threads are being changed from this page, and when that began and ended (counted, not timed): what was read of them
 * before is from before the change.
 */
export const ownChanges = {
  now: (): number => count,
  /** @returns to be called when the server has answered */
  begin(threadIds: number[]): () => void {
    count++;
    for (const id of threadIds) {
      changedAt.set(id, count);
      running.set(id, (running.get(id) ?? 0) + 1);
    }
    return () => {
      count++;
      for (const id of threadIds) {
        changedAt.set(id, count);
        running.set(id, running.get(id)! - 1);
      }
    };
  },
  /** Nothing of the thread is being changed, nor has been since. */
  isUntouched: (threadId: number, since: number): boolean =>
    (running.get(threadId) ?? 0) === 0 && (changedAt.get(threadId) ?? 0) <= since,
};
