import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { workspaces } from "@/lib/db/schema";

/** The real workspace, if there is one. */
export async function findTeam(db: Database): Promise<{ id: string } | null> {
  const [team] = await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.kind, "team")).limit(1);
  return team ?? null;
}
