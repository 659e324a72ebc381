import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { and, gt, lt } from "drizzle-orm";
import { env, parseEnv } from "@/lib/core/env";
import { newSecret } from "@/lib/core/ids";
import { keyFiles, prepareEnvironment } from "@/lib/core/prepare-environment";
import { openDatabase, type Database } from "@/lib/db/client";
import { findRunningDatabase, startEmbeddedServer } from "@/lib/db/embedded/server";
import { migrate } from "@/lib/db/migrate";
import { workers } from "@/lib/db/schema";
import { rotateSealedValues, type Rotated } from "@/lib/services/keys/rotate-sealed-values";

/** A worker that was seen this recently runs. */
const ALIVE_MS = 60_000;

/**
 * Moves everything that is sealed to a new encryption key, in two runs: the first makes the key (where it is kept in a file; a given
 * one is set by the operator) and asks for a restart, so that every program reads with both; the second moves all of it.
 * @param say a line for the terminal
 * @returns the exit code: 0 done, 1 refused, 2 a restart and a second run are needed
 */
export async function rotateKey(say: (line: string) => void): Promise<number> {
  const isGiven = Boolean(process.env.ENCRYPTION_KEY);
  const problems = prepareEnvironment(process.env);
  for (const problem of problems) say(problem);
  if (problems.length > 0) return 1;
  const { DATA_DIR, ENCRYPTION_KEY, ENCRYPTION_KEY_OLD } = process.env as Record<string, string>;
  const files = keyFiles(DATA_DIR!);
  if (isGiven && !ENCRYPTION_KEY_OLD) {
    say("Set ENCRYPTION_KEY to the new key and ENCRYPTION_KEY_OLD to the present one, start the app anew with both,");
    say("and run this again with the same two.");
    return 1;
  }
  if (!isGiven && (!ENCRYPTION_KEY_OLD || ENCRYPTION_KEY_OLD === ENCRYPTION_KEY)) {
    makeKey(files);
    say(`A new key lies in ${files.present}, the former one beside it. Stop the app if it runs and start it again,`);
    say("so that it reads with both; then run this once more.");
    return 2;
  }
  return withDatabase(DATA_DIR!, async (db) => {
    if (!isGiven && (await runsSinceBefore(db, statSync(files.present).mtime))) {
      say("The app still runs with the former key. Stop it and start it again, then run this once more.");
      return 2;
    }
    const rotated = await rotateSealedValues(db);
    report(rotated, say);
    if (!isGiven && rotated.apiKeysLeft === 0) rmSync(files.former, { force: true });
    else if (rotated.apiKeysLeft === 0) say("ENCRYPTION_KEY_OLD is not needed any more.");
    return 0;
  });
}

function report({ mailboxes, connections, moved, apiKeysLeft }: Rotated, say: (line: string) => void): void {
  const accounts = connections > 0 ? ` and ${connections} accounts at Smartlead` : "";
  say(`${moved} secrets of ${mailboxes} mailboxes${accounts} moved to the new key.`);
  if (apiKeysLeft > 0)
    say(
      `${apiKeysLeft} API keys were not used since an earlier version: keep the former key until they were, or revoke them.`,
    );
}

/** The present key becomes the former one. Killed in between, both files hold the same key, and the next run begins again. */
function makeKey({ present, former }: ReturnType<typeof keyFiles>): void {
  if (!existsSync(former) || readFileSync(former, "utf8") !== readFileSync(present, "utf8"))
    copyFileSync(present, former);
  const next = `${present}.new`;
  writeFileSync(next, `${newSecret()}\n`, { mode: 0o600 });
  renameSync(next, present);
}

/** Whether a worker runs that began before the key was there, and so cannot read what lies under it. */
async function runsSinceBefore(db: Database, since: Date): Promise<boolean> {
  const isOld = and(lt(workers.startedAt, since), gt(workers.seenAt, new Date(Date.now() - ALIVE_MS)));
  return (await db.$count(workers, isOld)) > 0;
}

/** The given database, the one of an app that runs on the folder, or the folder's own, started for this and stopped after it. */
async function withDatabase(dataDir: string, work: (db: Database) => Promise<number>): Promise<number> {
  const given = parseEnv(process.env);
  const url = ("env" in given ? given.env.DATABASE_URL : undefined) ?? (await findRunningDatabase(dataDir));
  const own = url ? null : await startEmbeddedServer({ dataDir, owner: "rotate-key" });
  const address = url ?? own!.url();
  try {
    await migrate(address);
    process.env.DATABASE_URL = address;
    env();
    const { db, pool } = openDatabase(address, { max: 2 });
    try {
      return await work(db);
    } finally {
      await pool.end();
    }
  } finally {
    await own?.stop();
  }
}
