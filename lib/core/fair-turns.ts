type Turns = { atOnce: number; perKey: number };

/**
 * Lets `atOnce` pieces of work run at a time, and `perKey` of those that share a key. Keys take turns, so that one with much work does
 * not keep the others waiting.
 */
export function fairTurns({ atOnce, perKey }: Turns): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, (() => void)[]>();
  const running = new Map<string, number>();
  let busy = 0;

  const count = (key: string, by: 1 | -1) => {
    busy += by;
    const left = (running.get(key) ?? 0) + by;
    if (left === 0) running.delete(key);
    else running.set(key, left);
  };
  const startNext = () => {
    for (const [key, starts] of waiting) {
      if (busy >= atOnce) return;
      if ((running.get(key) ?? 0) >= perKey) continue;
      // A key that goes on waiting does so behind the others; the loop comes to it again.
      waiting.delete(key);
      const [start, ...others] = starts;
      if (others.length > 0) waiting.set(key, others);
      count(key, 1);
      start?.();
    }
  };
  return async (key, work) => {
    await new Promise<void>((start) => {
      waiting.set(key, [...(waiting.get(key) ?? []), start]);
      startNext();
    });
    try {
      return await work();
    } finally {
      count(key, -1);
      startNext();
    }
  };
}
