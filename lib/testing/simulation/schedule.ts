import { eq } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import type { SimulatedPeople } from "./people";
import type { SimulatedServers } from "./simulated-servers";
import type { SimulatedWorker } from "./simulated-worker";
import { DAY, HOUR, MINUTE, type Stage } from "./stage";

type Players = {
  worker: SimulatedWorker;
  people: SimulatedPeople;
  servers: SimulatedServers;
  followUps: number;
  days: number;
};

/** The last plans are made so long before the end that most of their steps are due within the time. */
const LAST_PLANS_DAYS = 12;

/** Puts into the agenda what people do, and what befalls the machine. @returns until when the machine stands still */
export function schedule(stage: Stage, players: Players): { asleepUntil: () => number } {
  const { agenda, clock, random, tell } = stage;
  const { worker, people, servers, days } = players;
  const startsAt = clock.millis();
  let asleepUntil = 0;
  const sometime = (within: number) => startsAt + Math.floor(random.next() * within * DAY);

  plans(stage, players);
  for (let index = 0; index < Math.max(20, players.followUps / 30); index++)
    agenda.add(sometime(days - 2), "machine", () => people.meddle());
  for (let index = 0; index < 5; index++)
    agenda.add(sometime(days - 5), "machine", () => {
      asleepUntil = clock.millis() + Math.floor((2 + random.next() ** 2 * 60) * HOUR);
      servers.cut();
      worker.restart();
      tell({ kind: "standstill", at: clock.millis(), until: asleepUntil });
      // The machine wakes, and looks at all at once.
      agenda.add(asleepUntil + 1, "machine", () => undefined);
    });
  for (let index = 0; index < 30; index++)
    agenda.add(sometime(days), "machine", () => {
      servers.cut();
      worker.restart();
    });
  for (let index = 0; index < 8; index++) agenda.add(sometime(days - 3), "machine", () => outage(stage, worker));
  lookAfter(stage, people, days);
  return { asleepUntil: () => asleepUntil };
}

/** Until as many follow-ups are planned as shall be; where every thread has a chain, later. */
function plans({ agenda, clock, random }: Stage, { people, followUps, days }: Players): void {
  const until = clock.millis() + (days - LAST_PLANS_DAYS) * DAY;
  const pause = ((until - clock.millis()) / followUps) * 3.4;
  const plan = async () => {
    if (people.planned >= followUps) return;
    await people.plan();
    agenda.add(clock.millis() + Math.floor(random.next() * 2 * pause), "machine", plan);
  };
  agenda.add(clock.millis() + MINUTE, "machine", plan);
}

/** A mailbox's server cannot be reached for hours: nobody knows whether anybody has answered there. */
async function outage({ agenda, clock, random, db, world, tell }: Stage, worker: SimulatedWorker): Promise<void> {
  const mailbox = random.pick(world.mailboxes);
  if (worker.unreachable.has(mailbox.id)) return;
  const until = clock.millis() + random.int(1, 30) * HOUR;
  const set = (state: "failing" | "connected") =>
    db
      .update(mailboxes)
      .set({ state, stateReason: state === "failing" ? "network" : null, stateSince: clock.now() })
      .where(eq(mailboxes.id, mailbox.id));
  worker.unreachable.add(mailbox.id);
  await set("failing");
  tell({ kind: "outage", at: clock.millis(), mailboxId: mailbox.id, until });
  agenda.add(until, "machine", async () => {
    worker.unreachable.delete(mailbox.id);
    await set("connected");
    await worker.read(mailbox.id);
  });
}

/** Twice a day somebody sees to what waits for a person, until nothing does. */
function lookAfter({ agenda, clock }: Stage, people: SimulatedPeople, days: number): void {
  const last = clock.millis() + days * DAY;
  const look = async () => {
    await people.lookAfter();
    if (clock.millis() < last || (await people.isAnythingOpen()))
      agenda.add(clock.millis() + 12 * HOUR, "machine", look);
  };
  agenda.add(clock.millis() + 3 * HOUR, "machine", look);
}
