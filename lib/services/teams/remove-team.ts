import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { teams } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import { record } from "../record";
import type { RemoveTeamInput } from "./schemas";

/** Dissolves a team: what was opened to it is closed to its members, who stay. @throws AppError `not_found` (team) */
export async function removeTeam({ actor, db }: Context, { teamId }: RemoveTeamInput) {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    const [team] = await tx
      .delete(teams)
      .where(and(eq(teams.id, teamId), eq(teams.workspaceId, workspaceId)))
      .returning({ id: teams.id });
    if (!team) throw new AppError("not_found", { reason: "team" });
    await record(tx, actor, "team.removed", { subjectId: teamId });
    await notifyChange(tx, { workspaceId, kind: "access" });
    return { teamId };
  });
}
