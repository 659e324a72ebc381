import { eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { categories, members, workspaces } from "@/lib/db/schema";
import { DEFAULT_CATEGORIES } from "@/lib/domain/default-categories";
import { record } from "@/lib/services/record";
import { findTeam } from "./find-team";

type Founder = { workspaceName: string; name: string; email: string; passwordHash: string };
export type Team = { workspaceId: string; memberId: string };

/**
 * Writes the one real workspace with its first admin and categories, in the caller's transaction.
 * @throws AppError `conflict` `already_set_up` when there is one already, `email_taken` when somebody has the address
 */
export async function createTeam(tx: Database, { workspaceName, name, email, passwordHash }: Founder): Promise<Team> {
  // Two presses, or two instances that start together, must not make two teams.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('threadwell.team'))`);
  if (await findTeam(tx)) throw new AppError("conflict", { reason: "already_set_up" });
  const [taken] = await tx.select({ id: members.id }).from(members).where(eq(members.email, email));
  if (taken)
    throw new AppError("conflict", { reason: "email_taken", fields: [{ path: "email", reason: "email_taken" }] });

  const [workspace] = await tx.insert(workspaces).values({ kind: "team", name: workspaceName }).returning();
  const workspaceId = workspace!.id;
  const [member] = await tx
    .insert(members)
    .values({ workspaceId, email, name, passwordHash, role: "admin" })
    .returning();
  await tx
    .insert(categories)
    .values(DEFAULT_CATEGORIES.map((category, position) => ({ ...category, workspaceId, position })));
  await record(tx, { workspaceId, memberId: member!.id }, "workspace.created", { subjectId: workspaceId });
  return { workspaceId, memberId: member!.id };
}
