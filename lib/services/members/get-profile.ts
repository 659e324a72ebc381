import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/roles";
import type { Context } from "@/lib/services/context";

export type Profile = {
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  undoSeconds: number;
  /** When they work, on their own clock: ISO weekdays and wall times. */
  work: { days: number[]; start: string; end: string };
};

/** The actor's own settings. */
export async function getProfile({ actor, db }: Context): Promise<Profile> {
  const [row] = await db.select().from(members).where(eq(members.id, actor.memberId));
  if (!row) throw new AppError("not_found", { reason: "member" });
  const { name, email, role, timeZone, undoSeconds, workDays: days, workStart: start, workEnd: end } = row;
  return { name, email, role, timeZone, undoSeconds, work: { days, start, end } };
}
