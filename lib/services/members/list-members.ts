import { asc, eq, sql } from "drizzle-orm";
import { members, workspaces } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/roles";
import { isPasswordOfStart } from "@/lib/domain/sandbox-sign-ins";
import { may, type Context } from "@/lib/services/context";

export type MemberView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isMe: boolean;
  /** When a session of theirs was last opened; null for who never came. */
  lastSignInAt: string | null;
  deactivatedAt: string | null;
  /** Whether an admin may give them a new one: not themselves, and not where each start gives it. */
  mayGetPassword: boolean;
};

/** Everybody of the workspace by name, who was deactivated last. */
export async function listMembers({ actor, db }: Context): Promise<MemberView[]> {
  may(actor, "team.manage");
  const rows = await db
    .select({
      member: members,
      kind: workspaces.kind,
      lastSignInAt: sql<Date | null>`(select max(created_at) from sessions where sessions.member_id = members.id)`,
    })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.workspaceId, actor.workspaceId))
    .orderBy(sql`${members.deactivatedAt} is not null`, asc(members.name));
  return rows.map(({ member, kind, lastSignInAt }) => ({
    id: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    isMe: member.id === actor.memberId,
    lastSignInAt: lastSignInAt ? new Date(lastSignInAt).toISOString() : null,
    deactivatedAt: member.deactivatedAt?.toISOString() ?? null,
    mayGetPassword: member.id !== actor.memberId && !member.deactivatedAt && !isPasswordOfStart(kind, member.email),
  }));
}
