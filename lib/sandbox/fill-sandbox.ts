import { eq, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { workspaces } from "@/lib/db/schema";
import { insertSandbox } from "./fill/insert-sandbox";
import { updateSecrets } from "./fill/update-secrets";

type Given = {
  db: Database;
  now: Clock;
  /** Of the three members who sign in. */
  password: string;
  /** Of the SDR's key; undefined leaves the key that is there, and makes none. */
  apiKey: string | undefined;
};

/**
 * Fills the sandbox once, in one transaction: an interrupted start leaves nothing behind, and the next one begins again.
 * Later starts only take over a changed password or key.
 * @returns whether it was filled now
 */
export async function fillSandbox({ db, now, password, apiKey }: Given): Promise<{ isNew: boolean }> {
  const isNew = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('threadwell.sandbox'))`);
    const [found] = await tx.select().from(workspaces).where(eq(workspaces.kind, "sandbox"));
    if (found?.filledAt) return false;
    await insertSandbox(tx, now());
    return true;
  });
  await updateSecrets({ db, now, password, apiKey });
  return { isNew };
}
