import { sql } from "drizzle-orm";
import { fromDrizzle, type PgBoss } from "pg-boss";
import type { z } from "zod";
import { env } from "@/lib/core/env";
import type { Database } from "@/lib/db/client";
import { senderBoss } from "./boss";
import type { JobDefinition } from "./definitions";

const shared = globalThis as { threadwellSender?: Promise<PgBoss> };

/**
 * Puts an order in the queue inside the caller's transaction: it exists if and only if the transaction commits.
 * @param after when it may run; at once if absent
 */
export async function enqueue<Data extends z.ZodType>(
  tx: Database,
  job: JobDefinition<string, Data>,
  data: z.infer<Data>,
  { after }: { after?: Date } = {},
): Promise<void> {
  const boss = await (shared.threadwellSender ??= startSender());
  await boss.send(job.name, data as object, { db: fromDrizzle(tx, sql), ...(after ? { startAfter: after } : {}) });
}

async function startSender(): Promise<PgBoss> {
  const boss = senderBoss(env().DATABASE_URL ?? "");
  boss.on("error", () => undefined);
  try {
    return await boss.start();
  } catch (error) {
    // The next order tries anew.
    delete shared.threadwellSender;
    throw error;
  }
}

/** Closes this process's sending end; tests call it before their database is dropped. */
export async function closeSender(): Promise<void> {
  const boss = await shared.threadwellSender;
  delete shared.threadwellSender;
  await boss?.stop({ graceful: false });
}
