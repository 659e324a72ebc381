import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { members, smartleadLeads } from "@/lib/db/schema";
import type { SmartleadTeam } from "@/lib/domain/smartlead-team";
import { may, type Context } from "@/lib/services/context";

/** Who is who at Smartlead. It lists its team nowhere: the numbers are those that its leads have named. @throws AppError `forbidden` */
export async function getSmartleadTeam({ actor, db }: Context): Promise<SmartleadTeam> {
  may(actor, "smartlead.manage");
  const people = await db
    .select({ id: members.id, name: members.name, remoteId: members.smartleadMemberId })
    .from(members)
    .where(and(eq(members.workspaceId, actor.workspaceId), isNull(members.deactivatedAt)))
    .orderBy(asc(members.name), asc(members.id));
  const named = sql<string>`trim(${smartleadLeads.row}->>'team_member_id')`;
  const seen = await db
    .select({ remoteId: named, leads: sql<number>`count(*)::int` })
    .from(smartleadLeads)
    .where(and(eq(smartleadLeads.workspaceId, actor.workspaceId), sql`${named} <> ''`))
    .groupBy(named)
    .orderBy(desc(sql`count(*)`), asc(named))
    .limit(MOST);
  return { members: people, seen };
}

const MOST = 200;
