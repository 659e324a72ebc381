import { teams } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import type { AddTeamInput } from "./schemas";
import { teamExists } from "./team-exists";
import { writeTeam } from "./write-team";

/** Makes a team. @throws AppError `conflict` (team_exists), `not_found` (member, mailbox, campaign, client) */
export async function addTeam({ actor, db, now }: Context, { name, ...rest }: AddTeamInput) {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    const [team] = await tx
      .insert(teams)
      .values({ workspaceId, name, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: teams.id });
    if (!team) throw teamExists();
    await writeTeam(tx, actor, { teamId: team.id, ...rest });
    await record(tx, actor, "team.added", { subjectId: team.id, data: { members: rest.memberIds.length } });
    return { teamId: team.id };
  });
}
