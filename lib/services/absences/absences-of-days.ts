import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { absences } from "@/lib/db/schema";
import type { AbsenceDays } from "@/lib/domain/absence";

/** The absences of a workspace's members that touch some days, both included, by member. */
export async function absencesOfDays(
  db: Database,
  workspaceId: string,
  { first, last }: { first: string; last: string },
): Promise<Map<string, AbsenceDays[]>> {
  const rows = await db
    .select({ memberId: absences.memberId, firstDay: absences.firstDay, lastDay: absences.lastDay })
    .from(absences)
    .where(and(eq(absences.workspaceId, workspaceId), lte(absences.firstDay, last), gte(absences.lastDay, first)))
    .orderBy(asc(absences.firstDay));
  const found = new Map<string, AbsenceDays[]>();
  for (const { memberId, ...days } of rows) found.set(memberId, [...(found.get(memberId) ?? []), days]);
  return found;
}
