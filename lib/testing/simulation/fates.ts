import { seeded } from "@/lib/sandbox/random";
import type { Fate } from "./facts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Reaction =
  | { what: "answer"; afterMs: number; from: "lead" | "colleague" | "lead_in_a_new_thread" }
  | { what: "away"; afterMs: number; days: number }
  | { what: "bounce" | "unsubscribe"; afterMs: number }
  | null;

/** How the hand-over of a message fares at its try number `attempt`; by its name, so that the order of things decides nothing. */
export function fateOf(seed: string, step: string, attempt: number): Fate {
  const random = seeded(`${seed}/fate/${step}/${attempt}`);
  return random.weighted<Fate>([
    [{ kind: "accepted" }, 850],
    [{ kind: "late", minutes: random.int(1, 12) }, 20],
    [{ kind: "refused", isMarked: random.chance(0.3) }, 40],
    [{ kind: "killed", where: random.pick(["before_mark", "after_mark", "after_leaving"] as const) }, 50],
    [{ kind: "lost", hasLeft: random.chance(0.6) }, 30],
  ]);
}

/** What a message calls forth. Most are read by nobody. */
export function reactionTo(seed: string, step: string): Reaction {
  const random = seeded(`${seed}/reaction/${step}`);
  const soon = () => Math.round(random.next() ** 3 * 4 * DAY) + 2 * MINUTE;
  return random.weighted<() => Reaction>([
    [() => null, 630],
    [() => ({ what: "answer", afterMs: soon(), from: whoWrites(random.next()) }), 290],
    [() => ({ what: "away", afterMs: random.int(5, 90) * 1000, days: random.int(1, 12) }), 50],
    [() => ({ what: "bounce", afterMs: random.int(5, 4 * 3600) * 1000 }), 8],
    [() => ({ what: "unsubscribe", afterMs: soon() }), 12],
  ])();
}

const whoWrites = (share: number) =>
  share < 0.8 ? ("lead" as const) : share < 0.9 ? ("colleague" as const) : ("lead_in_a_new_thread" as const);
