/** How many turns a lane takes in a row while others wait. */
const BURST = 5;

export type Lanes = {
  /** Says that there may be work in a lane. */
  wake: (key: string) => void;
  /** Takes no further turn; resolves when the turns under way are done. */
  end: () => Promise<void>;
};

/**
 * Work in lanes: one turn at a time in each, `limit` lanes at once, and none that keeps the others waiting for long.
 * @param turn does one piece of a lane's work and says whether there may be more; it may reject, which ends the lane's run
 */
export function makeLanes(limit: number, turn: (key: string) => Promise<boolean>): Lanes {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let isEnded = false;

  const wake = (key: string) => {
    if (isEnded) return;
    waiting.add(key);
    next();
  };
  const next = () => {
    for (const key of waiting) {
      if (running.size >= limit) return;
      // A lane that is woken while it runs goes on waiting, and runs once more after this run.
      if (running.has(key)) continue;
      waiting.delete(key);
      running.set(key, run(key));
    }
  };
  const run = async (key: string) => {
    // Only after this tick is the run noted in `running`.
    await Promise.resolve();
    let more = true;
    for (let turns = 0; more && !isEnded && (turns < BURST || waiting.size === 0); turns++) {
      more = await turn(key).catch(() => false);
    }
    running.delete(key);
    if (isEnded) return;
    if (more) waiting.add(key);
    next();
  };
  const end = async () => {
    isEnded = true;
    waiting.clear();
    await Promise.all(running.values());
  };
  return { wake, end };
}
