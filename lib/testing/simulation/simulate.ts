import type { Database } from "@/lib/db/client";
import { seeded } from "@/lib/sandbox/random";
import { Agenda } from "./agenda";
import type { Fact } from "./facts";
import { fateOf } from "./fates";
import { makeSimulatedWorld, type SimulatedWorld } from "./make-simulated-world";
import { SimulatedPeople } from "./people";
import { reactBy } from "./react";
import { schedule } from "./schedule";
import { simulatedClock } from "./simulated-clock";
import { SimulatedServers } from "./simulated-servers";
import { SimulatedWorker } from "./simulated-worker";
import { DAY, MINUTE, type Stage } from "./stage";

/** Before clocks change in Australia, Europe and America. */
const STARTS_AT = Date.parse("2026-10-01T05:00:00Z");
/** What still waits so long after the beginning is lost. */
const LAST_DAY = 120;
const MAILBOXES = 12;

export type Size = { seed: string; followUps: number; leads: number; days: number };
export type Outcome = { world: SimulatedWorld; facts: Fact[]; planned: number; endedAt: number };

/**
 * Sixty days of follow-ups over a real database, by the verbs and rounds that the programs use; only the clock, the mail servers
 * and the people are made up. It goes from one thing that happens to the next. The same seed gives the same story, but for the
 * order of what happens at one instant.
 */
export async function simulate(db: Database, size: Size): Promise<Outcome> {
  const { seed, followUps, days } = size;
  const clock = simulatedClock(STARTS_AT);
  const perBoxAndDay = followUps / MAILBOXES / ((days * 5) / 7);
  const world = await makeSimulatedWorld(db, { ...size, mailboxes: MAILBOXES, perBoxAndDay, startsAt: STARTS_AT });
  const facts: Fact[] = [];
  const stage: Stage = {
    seed,
    db,
    world,
    clock,
    agenda: new Agenda(),
    random: seeded(`${seed}/events`),
    tell: (fact) => void facts.push(fact),
    names: new Map(),
    left: new Set(),
  };
  const servers = makeServers(stage, () => worker);
  const deps = { db, now: clock.now, transport: servers.transportOf };
  const worker = new SimulatedWorker({ deps, servers, stage });
  const people = new SimulatedPeople(stage);
  const machine = schedule(stage, { worker, people, servers, followUps, days });
  try {
    while (await step(stage, worker, machine)) if (clock.millis() > STARTS_AT + LAST_DAY * DAY) break;
  } finally {
    servers.bury();
  }
  return { world, facts, planned: people.planned, endedAt: clock.millis() };
}

/** Goes to the next instant at which anything happens. @returns false when nothing ever will */
async function step(
  { agenda, clock }: Stage,
  worker: SimulatedWorker,
  machine: { asleepUntil: () => number },
): Promise<boolean> {
  const isAsleep = () => machine.asleepUntil() > clock.millis();
  const due = isAsleep() ? Infinity : ((await worker.nextMoment()) ?? Infinity);
  const next = Math.min(agenda.next, due);
  if (next === Infinity) return false;
  clock.to(next);
  for (let entry = agenda.take(next); entry; entry = agenda.take(next)) {
    if (entry.kind === "machine" && isAsleep()) agenda.add(machine.asleepUntil() + 1, "machine", entry.run);
    else await entry.run();
  }
  if (!isAsleep()) await worker.round();
  return true;
}

function makeServers(stage: Stage, worker: () => SimulatedWorker): SimulatedServers {
  const { seed, clock, names, left, agenda } = stage;
  const servers: SimulatedServers = new SimulatedServers({
    now: clock.millis,
    tell: stage.tell,
    fateOf: (messageId, attempt) => fateOf(seed, names.get(messageId) ?? messageId, attempt),
    onLeft: (sent) => {
      left.add(sent.messageId);
      react(sent);
    },
    onStuck: (mailboxId, minutes) => {
      worker().stuck(mailboxId, { isDead: minutes === null });
      if (minutes === null) return;
      agenda.add(clock.millis() + minutes * MINUTE, "machine", async () => {
        servers.answerLate(mailboxId);
        await worker().resume(mailboxId);
      });
    },
  });
  const react = reactBy({ stage, servers, readSoon: (mailboxId, withinMs) => worker().readSoon(mailboxId, withinMs) });
  return servers;
}
