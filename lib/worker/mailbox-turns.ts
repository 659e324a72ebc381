/** A connection that a mailbox may have for now. */
export type Turn = {
  /** It has work to do and is not to be asked. */
  busy: () => void;
  /** It has nothing to do: `leave` is called once somebody else wants its place, at once if somebody does already. */
  idle: (leave: () => void) => void;
  /** Somebody waits for whom nobody else makes room. */
  isWanted: () => boolean;
  end: () => void;
};

type Waiting = { host: string; isUrgent: boolean; begin: (turn: Turn) => void };
type Held = { host: string; since: number; leave: (() => void) | null; isLeaving: boolean };

export type Turns = ReturnType<typeof makeTurns>;

/**
 * Bounds the connections to each server and to all, first come first served; a mailbox for which somebody waits comes first.
 * Where there are more mailboxes than connections the one that has held its longest is asked to give it away, as soon as it
 * has nothing to do, so that each has its turn.
 * @param limits `perHost` is asked with a server's name
 */
export function makeTurns(limits: { perHost: (host: string) => number; overall: number }) {
  const held = new Set<Held>();
  const waiting: Waiting[] = [];

  const heldOf = (host: string) => [...held].filter((each) => each.host === host);
  const isFree = (host: string) => held.size < limits.overall && heldOf(host).length < limits.perHost(host);
  /** Those of whom one has to end before one of `host` can begin. */
  const inTheWay = (host: string) => (heldOf(host).length >= limits.perHost(host) ? heldOf(host) : [...held]);

  const serve = () => {
    for (const each of waiting.slice()) {
      if (!isFree(each.host)) continue;
      waiting.splice(waiting.indexOf(each), 1);
      each.begin(hold(each.host));
    }
    askAround();
  };
  /** One is asked to leave for each that waits, and none twice. @returns those for whom nobody makes room yet */
  const askAround = (): Waiting[] => {
    const leaving = new Set([...held].filter(({ isLeaving }) => isLeaving));
    return waiting.filter(({ host }) => {
      const inWay = inTheWay(host);
      const promised = inWay.find((each) => leaving.has(each));
      if (promised) return !leaving.delete(promised);
      const oldest = inWay.filter(({ leave }) => leave !== null).toSorted((a, b) => a.since - b.since)[0];
      if (!oldest) return true;
      const { leave } = oldest;
      Object.assign(oldest, { leave: null, isLeaving: true });
      leave?.();
      return false;
    });
  };
  const hold = (host: string): Turn => {
    const mine: Held = { host, since: performance.now(), leave: null, isLeaving: false };
    held.add(mine);
    return {
      busy: () => void (mine.leave = null),
      idle: (leave) => {
        mine.leave = leave;
        askAround();
      },
      isWanted: () => askAround().some((each) => inTheWay(each.host).includes(mine)),
      end: () => {
        if (held.delete(mine)) serve();
      },
    };
  };

  return {
    /** Waits for a connection to a server. @returns null when the signal came first */
    take(
      host: string,
      { signal, isUrgent = false }: { signal: AbortSignal; isUrgent?: boolean },
    ): Promise<Turn | null> {
      if (signal.aborted) return Promise.resolve(null);
      return new Promise((resolve) => {
        const leave = () => {
          waiting.splice(waiting.indexOf(each), 1);
          resolve(null);
        };
        const begin = (turn: Turn) => {
          signal.removeEventListener("abort", leave);
          resolve(turn);
        };
        const each: Waiting = { host, isUrgent, begin };
        const before = isUrgent ? waiting.findIndex((other) => !other.isUrgent) : -1;
        waiting.splice(before < 0 ? waiting.length : before, 0, each);
        signal.addEventListener("abort", leave, { once: true });
        serve();
      });
    },
  };
}
