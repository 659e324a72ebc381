import type { Database } from "@/lib/db/client";
import type { Random } from "@/lib/sandbox/random";
import type { Agenda } from "./agenda";
import type { Fact } from "./facts";
import type { SimulatedWorld } from "./make-simulated-world";
import type { SimulatedClock } from "./simulated-clock";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What all who play in a simulation share. */
export type Stage = {
  seed: string;
  db: Database;
  world: SimulatedWorld;
  clock: SimulatedClock;
  agenda: Agenda;
  random: Random;
  /** Writes down what happened. */
  tell: (fact: Fact) => void;
  /** By Message-ID: a step's name, which is the same whenever the seed is. */
  names: Map<string, string>;
  /** The Message-IDs of all that has left. */
  left: Set<string>;
};
