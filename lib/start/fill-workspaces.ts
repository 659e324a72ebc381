import path from "node:path";
import { eq } from "drizzle-orm";
import { systemClock } from "@/lib/core/clock";
import type { Env } from "@/lib/core/env";
import { newSecret } from "@/lib/core/ids";
import { keptSecret } from "@/lib/core/kept-secret";
import { databaseLock } from "@/lib/db/advisory-lock";
import { openDatabase, type Database } from "@/lib/db/client";
import { workspaces } from "@/lib/db/schema";
import { fillSandbox } from "@/lib/sandbox/fill-sandbox";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import { ensureAdmin } from "@/lib/services/team/ensure-admin";
import { refuseOpenSandbox } from "./host-to-listen-on";

export type SignIn = {
  /** Present while the sandbox is on. `made…` only when this app made the secret itself. */
  sandbox: { madePassword: string | null; madeApiKey: string | null } | null;
  adminEmail: string | null;
  hasTeam: boolean;
};

const LOCK = 7_214_002;

/**
 * Fills the sandbox and makes the admin of the environment, one instance at a time.
 * @throws Refusal, before anything is filled, when others could reach the sandbox
 */
export async function fillWorkspaces(settings: Env, say: (text: string) => void): Promise<SignIn> {
  const { db, pool } = openDatabase(settings.DATABASE_URL!, { max: 4 });
  try {
    return await databaseLock(pool, LOCK, async () => {
      const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = settings;
      if (email && password) await ensureAdmin({ db, email, password });
      const isSandbox = await isSandboxActive(db);
      if (isSandbox) refuseOpenSandbox(settings);
      const sandbox = isSandbox ? await fill(db, settings, say) : null;
      return { sandbox, adminEmail: email && password ? email : null, hasTeam: await hasTeam(db) };
    });
  } finally {
    await pool.end();
  }
}

async function fill(db: Database, settings: Env, say: (text: string) => void) {
  const isNew = (await sandboxOf(db))?.filledAt == null;
  const madePassword = settings.SANDBOX_PASSWORD
    ? null
    : keptSecret(path.join(settings.DATA_DIR, "sandbox-password"), () => newSecret(12));
  const madeApiKey = isNew && !settings.SANDBOX_API_KEY ? `tw_${newSecret(24)}` : null;
  if (isNew) say("Filling the sandbox with threads. This takes some seconds, once.");
  await fillSandbox({
    db,
    now: systemClock,
    password: settings.SANDBOX_PASSWORD ?? madePassword!,
    apiKey: settings.SANDBOX_API_KEY ?? madeApiKey ?? undefined,
  });
  return { madePassword, madeApiKey };
}

async function sandboxOf(db: Database) {
  const [row] = await db.select().from(workspaces).where(eq(workspaces.kind, "sandbox")).limit(1);
  return row;
}

async function hasTeam(db: Database): Promise<boolean> {
  const [row] = await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.kind, "team")).limit(1);
  return row !== undefined;
}
