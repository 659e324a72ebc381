import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { absences, members } from "@/lib/db/schema";
import type { AbsenceItem } from "@/lib/domain/absence";
import { addDays } from "@/lib/domain/wall-time";
import { type Context, may } from "../context";
import type { ListAbsencesInput } from "./schemas";

/** Absences that are not over, the earliest first: the actor's own, or everybody's. @throws AppError `forbidden` */
export async function listAbsences(
  { actor, db, now }: Context,
  { of = "me" }: ListAbsencesInput = {},
): Promise<AbsenceItem[]> {
  may(actor, of === "me" ? "absence.own" : "absence.all");
  // Yesterday in UTC: somewhere that day is not over.
  const yesterday = addDays(now().toISOString().slice(0, 10), -1);
  return db
    .select({
      id: absences.id,
      person: { id: members.id, name: members.name },
      firstDay: absences.firstDay,
      lastDay: absences.lastDay,
      note: absences.note,
    })
    .from(absences)
    .innerJoin(members, eq(members.id, absences.memberId))
    .where(
      and(
        eq(absences.workspaceId, actor.workspaceId),
        of === "me" ? eq(absences.memberId, actor.memberId) : isNull(members.deactivatedAt),
        gte(absences.lastDay, yesterday),
      ),
    )
    .orderBy(asc(absences.firstDay), asc(members.name), asc(absences.id));
}
