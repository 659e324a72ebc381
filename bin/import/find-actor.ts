import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members } from "@/lib/db/schema";
import type { Actor } from "@/lib/services/context";
import { findTeam } from "@/lib/services/team/find-team";

/** In whose name a program of the terminal acts: the team's first admin; null while there is no team. */
export async function findActor(db: Database): Promise<Actor | null> {
  const team = await findTeam(db);
  if (!team) return null;
  const [admin] = await db
    .select({ memberId: members.id, name: members.name, email: members.email })
    .from(members)
    .where(and(eq(members.workspaceId, team.id), eq(members.role, "admin"), isNull(members.deactivatedAt)))
    .orderBy(asc(members.createdAt))
    .limit(1);
  return admin ? { ...admin, workspaceId: team.id, role: "admin", scope: null } : null;
}
