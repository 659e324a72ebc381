import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { standardHours, type WorkingClock, workingClock } from "@/lib/domain/insights/working-clock";
import { isZone } from "@/lib/domain/wall-time";
import type { Context } from "@/lib/services/context";

/**
 * The working clocks of everybody in the workspace between two instants (ms). Null, and who is not known, works the standard hours of
 * the reader's zone, so that times are of one measure whoever's they are.
 */
export async function workingClocks(
  { actor, db }: Context,
  first: number,
  last: number,
  readersZone: string,
): Promise<(memberId: string | null) => WorkingClock> {
  const rows = await db
    .select({
      id: members.id,
      days: members.workDays,
      start: members.workStart,
      end: members.workEnd,
      zone: members.timeZone,
    })
    .from(members)
    .where(eq(members.workspaceId, actor.workspaceId));
  const hours = new Map(rows.filter(({ zone }) => isZone(zone)).map((row) => [row.id, row]));
  const made = new Map<string, WorkingClock>();
  const standard = workingClock(standardHours(readersZone), first, last);
  return (memberId) => {
    const own = memberId === null ? undefined : hours.get(memberId);
    if (!own) return standard;
    const clock = made.get(own.id) ?? workingClock(own, first, last);
    made.set(own.id, clock);
    return clock;
  };
}
