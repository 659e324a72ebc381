import type { members } from "@/lib/db/schema";
import { instantOf } from "@/lib/domain/wall-time";

type Person = Pick<typeof members.$inferSelect, "timeZone" | "workStart">;

/** When its person is told of a task that is due on a day: as their working day begins, by their clock. */
export const dueMoment = (dueOn: string, { timeZone, workStart }: Person): Date =>
  instantOf({ date: dueOn, time: workStart }, timeZone)?.instant ?? new Date(`${dueOn}T09:00:00Z`);
