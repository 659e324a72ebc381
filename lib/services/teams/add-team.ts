import { eq } from "drizzle-orm";
import { teams } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { holdNames } from "../hold-names";
import { record } from "../record";
import { requireFreeName } from "../require-free-name";
import type { AddTeamInput } from "./schemas";
import { writeTeam } from "./write-team";

/** Makes a team. @throws AppError `conflict` (team_exists), `not_found` (member, mailbox, campaign, client) */
export async function addTeam({ actor, db, now }: Context, { name, ...rest }: AddTeamInput) {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    await holdNames(tx, workspaceId, "teams");
    requireFreeName(await tx.select().from(teams).where(eq(teams.workspaceId, workspaceId)), { name }, "team_exists");
    const [team] = await tx.insert(teams).values({ workspaceId, name, createdAt: now() }).returning({ id: teams.id });
    const teamId = team!.id;
    await writeTeam(tx, actor, { teamId, ...rest });
    await record(tx, actor, "team.added", { subjectId: teamId, data: { members: rest.memberIds.length } });
    return { teamId };
  });
}
