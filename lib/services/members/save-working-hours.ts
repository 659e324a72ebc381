import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { SaveWorkingHoursInput } from "./schemas";

/** Says when the actor works, on their own clock: figures count in these hours. Everybody may say so of themselves. */
export async function saveWorkingHours(
  { actor, db }: Context,
  input: SaveWorkingHoursInput,
): Promise<SaveWorkingHoursInput> {
  const days = [...new Set(input.days)].toSorted((a, b) => a - b);
  const { start, end } = input;
  return db.transaction(async (tx) => {
    await tx
      .update(members)
      .set({ workDays: days, workStart: start, workEnd: end })
      .where(eq(members.id, actor.memberId));
    await record(tx, actor, "member.profile_changed", { subjectId: actor.memberId });
    return { days, start, end };
  });
}
