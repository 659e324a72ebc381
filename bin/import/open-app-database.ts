import { openDatabase, type Database } from "@/lib/db/client";
import { findRunningDatabase, startEmbeddedServer } from "@/lib/db/embedded/server";
import { migrate } from "@/lib/db/migrate";
import { prepareQueues } from "@/lib/jobs/boss";
import { env } from "@/lib/core/env";
import type { Undo } from "../undo-at-end";

/**
 * The app's own database: the one of `DATABASE_URL`, that of an app that runs on the data folder, else the embedded server, which
 * is started for as long as this lasts. What has to be stopped afterwards is put on `undo`.
 */
export async function openAppDatabase(undo: Undo): Promise<Database> {
  const { DATABASE_URL, DATA_DIR } = env();
  const running = DATABASE_URL ?? (await findRunningDatabase(DATA_DIR));
  const url = running ?? (await startServer(DATA_DIR, undo));
  process.env.DATABASE_URL = env().DATABASE_URL = url;
  // An app that runs has done this itself.
  if (!running || DATABASE_URL) {
    await migrate(url);
    await prepareQueues(url);
  }
  const { db, pool } = openDatabase(url, { max: 4 });
  undo.push(() => pool.end());
  return db;
}

async function startServer(dataDir: string, undo: Undo): Promise<string> {
  const server = await startEmbeddedServer({ dataDir, owner: "npm run import" });
  undo.push(server.stop);
  return server.url();
}
