import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { absences, members } from "@/lib/db/schema";
import { type Context, may } from "../context";
import { record } from "../record";
import type { AddAbsenceInput } from "./schemas";

/**
 * Says that a member is away: no rule gives them threads on those days, and colleagues see it. What they have stays theirs.
 * @throws AppError `forbidden` for somebody else's without `absence.all`, `not_found` (member)
 */
export async function addAbsence({ actor, db, now }: Context, input: AddAbsenceInput): Promise<{ absenceId: string }> {
  const { memberId = actor.memberId, firstDay, lastDay, note } = input;
  may(actor, memberId === actor.memberId ? "absence.own" : "absence.all");
  const { workspaceId } = actor;
  return db.transaction(async (tx) => {
    const isIt = and(eq(members.id, memberId), eq(members.workspaceId, workspaceId), isNull(members.deactivatedAt));
    if ((await tx.$count(members, isIt)) === 0) throw new AppError("not_found", { reason: "member" });
    const [made] = await tx
      .insert(absences)
      .values({ workspaceId, memberId, firstDay, lastDay, note, createdAt: now() })
      .returning({ id: absences.id });
    await record(tx, actor, "absence.added", { subjectId: made!.id, data: { memberId, firstDay, lastDay } });
    return { absenceId: made!.id };
  });
}
