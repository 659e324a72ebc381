import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

type List = "categories" | "clients" | "teams" | "template_folders";

/** Nobody else gives a name in this list of the workspace until the transaction ends: two at once would not see each other's. */
export async function holdNames(tx: Database, workspaceId: string, list: List): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`names of ${list}:${workspaceId}`}, 0))`);
}
