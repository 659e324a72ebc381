import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { workspaces } from "@/lib/db/schema";
import { isSandboxActive } from "./is-sandbox-active";

export type Sandbox = typeof workspaces.$inferSelect;

/** The filled sandbox workspace, or null while it is off, replaced by a real mailbox, or not filled yet. */
export async function findSandbox(db: Database): Promise<Sandbox | null> {
  if (!(await isSandboxActive(db))) return null;
  const [sandbox] = await db
    .select()
    .from(workspaces)
    .where(and(eq(workspaces.kind, "sandbox"), isNotNull(workspaces.filledAt)))
    .limit(1);
  return sandbox ?? null;
}
