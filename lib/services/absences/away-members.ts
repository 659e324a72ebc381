import { and, eq, gte } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { absences, members } from "@/lib/db/schema";
import { type AbsenceDays, awayUntil } from "@/lib/domain/absence";
import { addDays } from "@/lib/domain/wall-time";

/** Who of a workspace is away today by their own clock, and up to which day ("2026-12-26", included). */
export async function awayMembers(db: Database, workspaceId: string, at: Date): Promise<Map<string, string>> {
  const yesterday = addDays(at.toISOString().slice(0, 10), -1);
  const rows = await db
    .select({
      memberId: absences.memberId,
      zone: members.timeZone,
      firstDay: absences.firstDay,
      lastDay: absences.lastDay,
    })
    .from(absences)
    .innerJoin(members, eq(members.id, absences.memberId))
    .where(and(eq(absences.workspaceId, workspaceId), gte(absences.lastDay, yesterday)));
  const days = new Map<string, { zone: string; absences: AbsenceDays[] }>();
  for (const { memberId, zone, ...absence } of rows) {
    const own = days.get(memberId) ?? { zone, absences: [] };
    own.absences.push(absence);
    days.set(memberId, own);
  }
  const away = new Map<string, string>();
  for (const [memberId, own] of days) {
    const until = awayUntil(own.absences, own.zone, at);
    if (until !== null) away.set(memberId, until);
  }
  return away;
}
