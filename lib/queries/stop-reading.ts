const stopping = new AbortController();

/** Aborted when this page may not read any more. */
export const readingStopped: AbortSignal = stopping.signal;

/** Ends what this page reads and follows, for good: its session is over and another page is on its way. */
export const stopReading = (): void => stopping.abort();
