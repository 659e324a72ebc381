/** What a mailbox's reader sleeps on: somebody wants it to look now. A ring that nobody waited for is not lost. */
export function makeBell() {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring(): void {
      rung = true;
      wake?.();
    },
    /** @param waker is called at the next ring, or at once if it has rung since the last `answer` */
    onRing(waker: () => void): void {
      wake = waker;
      if (rung) waker();
    },
    /** @returns whether it had rung */
    answer(): boolean {
      const wasRung = rung;
      rung = false;
      wake = null;
      return wasRung;
    },
    /** Sleeps until a ring, the end of the time, or an abort. */
    async sleep(ms: number, signal: AbortSignal): Promise<void> {
      if (signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => resolve(), { once: true });
      this.onRing(resolve);
      await promise;
      clearTimeout(timer);
      this.answer();
    },
  };
}

export type Bell = ReturnType<typeof makeBell>;
