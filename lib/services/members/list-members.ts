import { asc, eq, sql } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/roles";
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
};

/** Everybody of the workspace by name, who was deactivated last. */
export async function listMembers({ actor, db }: Context): Promise<MemberView[]> {
  may(actor, "team.manage");
  const rows = await db
    .select({
      member: members,
      lastSignInAt: sql<Date | null>`(select max(created_at) from sessions where sessions.member_id = members.id)`,
    })
    .from(members)
    .where(eq(members.workspaceId, actor.workspaceId))
    .orderBy(sql`${members.deactivatedAt} is not null`, asc(members.name));
  return rows.map(({ member, lastSignInAt }) => ({
    id: member.id,
    name: member.name,
    email: member.email,
    role: member.role,
    isMe: member.id === actor.memberId,
    lastSignInAt: lastSignInAt ? new Date(lastSignInAt).toISOString() : null,
    deactivatedAt: member.deactivatedAt?.toISOString() ?? null,
  }));
}
