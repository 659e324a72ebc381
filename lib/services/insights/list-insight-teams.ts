import { and, eq, inArray } from "drizzle-orm";
import { teamMembers, teams } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { type Context, may } from "@/lib/services/context";

/** The teams that figures can be narrowed to: all for who sees people, else the actor's own. */
export async function listInsightTeams({ actor, db }: Context): Promise<{ id: string; name: string }[]> {
  may(actor, "insight.read");
  const own = db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.memberId, actor.memberId));
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(
      and(
        eq(teams.workspaceId, actor.workspaceId),
        roleMay(actor.role, "insight.people") ? undefined : inArray(teams.id, own),
      ),
    )
    .orderBy(teams.name);
}
