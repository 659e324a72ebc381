import { and, eq } from "drizzle-orm";
import { env } from "@/lib/core/env";
import type { Database } from "@/lib/db/client";
import { mailboxes, workspaces } from "@/lib/db/schema";

/** Whether the sandbox's users, keys, jobs and pages are let in: not with SANDBOX=off, nor once a team has a real mailbox. */
export async function isSandboxActive(db: Database): Promise<boolean> {
  if (env().SANDBOX === "off") return false;
  const [real] = await db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .innerJoin(workspaces, eq(workspaces.id, mailboxes.workspaceId))
    .where(and(eq(mailboxes.engine, "smtp"), eq(workspaces.kind, "team")))
    .limit(1);
  return !real;
}
