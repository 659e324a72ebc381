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
    /** Sleeps until a ring, the end of the time, or an abort. @returns whether it has rung */
    async sleep(ms: number, signal: AbortSignal): Promise<boolean> {
      if (signal.aborted) return false;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      const stop = () => resolve();
      signal.addEventListener("abort", stop, { once: true });
      this.onRing(resolve);
      await promise;
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      return this.answer();
    },
  };
}

export type Bell = ReturnType<typeof makeBell>;
