import { PgBoss } from "pg-boss";
import { ALL_JOBS } from "./definitions";

const SCHEMA = "jobs";

/** Creates or upgrades the queue's tables and queues; called once after the migrations, under their lock's shadow. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, max: 2, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  for (const { name, options } of ALL_JOBS) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, { ...options });
    else await boss.createQueue(name, { ...options });
  }
  await boss.stop({ graceful: false });
}

/** The worker's own end of the queue, with its maintenance. Not started yet. */
export function workerBoss(url: string): PgBoss {
  return new PgBoss({ connectionString: url, schema: SCHEMA, max: 4, migrate: false });
}

/** An end of the queue that only sends; statements run in the caller's transaction. Not started yet. */
export function senderBoss(url: string): PgBoss {
  return new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
  });
}
