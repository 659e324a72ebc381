import { desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { expectedMigrations } from "@/lib/db/migrate";
import { mailboxes, workers, workspaces } from "@/lib/db/schema";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";

const WORKER_SILENT_MS = 30_000;

export type Health =
  | {
      status: "ok";
      database: "ok";
      worker: "ok" | "elsewhere";
      sandbox: "on" | "off";
      mailboxes: Record<string, number>;
    }
  | { status: "unavailable"; reason: "database" | "migrations" | "sandbox" | "worker" };

/** Whether this instance can serve: database, migrations, the filled sandbox and, with `worker`, a worker that was seen lately. */
export async function checkHealth(
  db: Database,
  now: Date,
  { worker, sandbox }: { worker: boolean; sandbox: boolean },
): Promise<Health> {
  try {
    await db.execute(sql`select 1`);
  } catch {
    return { status: "unavailable", reason: "database" };
  }
  if (!(await isMigrated(db))) return { status: "unavailable", reason: "migrations" };
  const sandboxActive = sandbox && (await isSandboxActive(db));
  if (sandboxActive && !(await isSandboxFilled(db))) return { status: "unavailable", reason: "sandbox" };
  if (worker && !(await isWorkerAlive(db, now))) return { status: "unavailable", reason: "worker" };
  return {
    status: "ok",
    database: "ok",
    worker: worker ? "ok" : "elsewhere",
    sandbox: sandboxActive ? "on" : "off",
    mailboxes: await countMailboxes(db),
  };
}

async function isMigrated(db: Database): Promise<boolean> {
  try {
    const applied = await db.execute(sql`select hash from drizzle.__drizzle_migrations`);
    const hashes = new Set(applied.rows.map((row) => row.hash));
    return (await expectedMigrations()).every((hash) => hashes.has(hash));
  } catch {
    return false;
  }
}

async function isSandboxFilled(db: Database): Promise<boolean> {
  const [row] = await db
    .select({ filledAt: workspaces.filledAt })
    .from(workspaces)
    .where(eq(workspaces.kind, "sandbox"))
    .limit(1);
  return Boolean(row?.filledAt);
}

async function isWorkerAlive(db: Database, now: Date): Promise<boolean> {
  const [row] = await db.select({ seenAt: workers.seenAt }).from(workers).orderBy(desc(workers.seenAt)).limit(1);
  return row !== undefined && now.getTime() - row.seenAt.getTime() < WORKER_SILENT_MS;
}

async function countMailboxes(db: Database): Promise<Record<string, number>> {
  const rows = await db
    .select({ state: mailboxes.state, count: sql<number>`count(*)::int` })
    .from(mailboxes)
    .innerJoin(workspaces, eq(workspaces.id, mailboxes.workspaceId))
    .where(isNull(mailboxes.disabledAt))
    .groupBy(mailboxes.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
