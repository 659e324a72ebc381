import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { teams } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { holdNames } from "../hold-names";
import { record } from "../record";
import { requireFreeName } from "../require-free-name";
import type { UpdateTeamInput } from "./schemas";
import { writeTeam } from "./write-team";

/** Gives a team its name, members and grants anew. @throws AppError `not_found` (team, and as `addTeam`), `conflict` (team_exists) */
export async function updateTeam({ actor, db }: Context, { teamId, name, ...rest }: UpdateTeamInput) {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    await holdNames(tx, actor.workspaceId, "teams");
    const isOwn = eq(teams.workspaceId, actor.workspaceId);
    const isIt = and(eq(teams.id, teamId), isOwn);
    const [team] = await tx.select({ id: teams.id }).from(teams).where(isIt).for("update");
    if (!team) throw new AppError("not_found", { reason: "team" });
    requireFreeName(await tx.select().from(teams).where(isOwn), { name, own: teamId }, "team_exists");
    await tx.update(teams).set({ name }).where(isIt);
    await writeTeam(tx, actor, { teamId, ...rest });
    await record(tx, actor, "team.updated", {
      subjectId: teamId,
      data: { members: rest.memberIds.length, grants: rest.grants.length },
    });
    return { teamId };
  });
}
