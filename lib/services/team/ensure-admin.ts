import { and, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { hashPassword, verifyPassword } from "@/lib/core/password";
import type { Database } from "@/lib/db/client";
import { members, sessions } from "@/lib/db/schema";
import { record } from "@/lib/services/record";
import { createTeam } from "./create-team";
import { findTeam } from "./find-team";

type Given = { db: Database; email: string; password: string };
export type EnsuredAdmin = "created" | "password_changed" | "unchanged";

/**
 * Makes what ADMIN_EMAIL and ADMIN_PASSWORD ask for at a start: the team with its admin, or the admin in the team that
 * is there. A changed password replaces the old one and ends that person's sessions; name and role are left alone.
 * @throws AppError `conflict` `email_taken` when the address belongs to the sandbox
 */
export async function ensureAdmin({ db, email, password }: Given): Promise<EnsuredAdmin> {
  const [known] = await db.select().from(members).where(eq(members.email, email));
  const team = await findTeam(db);
  if (known && known.workspaceId !== team?.id) throw new AppError("conflict", { reason: "email_taken" });
  if (known?.passwordHash && (await verifyPassword(known.passwordHash, password))) return "unchanged";

  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    if (known) return changePassword(tx, known, passwordHash);
    const name = email.split("@")[0] ?? email;
    if (!team) await createTeam(tx, { workspaceName: "Team", name, email, passwordHash });
    else await joinTeam(tx, { workspaceId: team.id, name, email, passwordHash });
    return "created" as const;
  });
}

async function changePassword(tx: Database, member: typeof members.$inferSelect, passwordHash: string) {
  await tx.update(members).set({ passwordHash }).where(eq(members.id, member.id));
  await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.memberId, member.id), isNull(sessions.endedAt)));
  await record(tx, { workspaceId: member.workspaceId }, "member.password_changed", { subjectId: member.id });
  return "password_changed" as const;
}

async function joinTeam(tx: Database, values: Omit<typeof members.$inferInsert, "role">) {
  const [member] = await tx
    .insert(members)
    .values({ ...values, role: "admin" })
    .returning();
  await record(tx, { workspaceId: values.workspaceId }, "member.created", { subjectId: member!.id });
}
