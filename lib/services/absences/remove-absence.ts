import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { absences } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { type Context, may } from "../context";
import { record } from "../record";
import type { RemoveAbsenceInput } from "./schemas";

/** Takes an absence back. @throws AppError `not_found` (absence), also for another's without `absence.all` */
export async function removeAbsence(
  { actor, db }: Context,
  { absenceId }: RemoveAbsenceInput,
): Promise<{ absenceId: string }> {
  may(actor, "absence.own");
  const { workspaceId, memberId } = actor;
  const isTheirs = roleMay(actor.role, "absence.all") ? undefined : eq(absences.memberId, memberId);
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .delete(absences)
      .where(and(eq(absences.id, absenceId), eq(absences.workspaceId, workspaceId), isTheirs))
      .returning();
    if (!removed) throw new AppError("not_found", { reason: "absence" });
    const { firstDay, lastDay } = removed;
    const data = { memberId: removed.memberId, firstDay, lastDay };
    await record(tx, actor, "absence.removed", { subjectId: absenceId, data });
    return { absenceId };
  });
}
