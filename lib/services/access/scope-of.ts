import { eq, inArray, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { accessGrants, campaigns, teamMembers, type members } from "@/lib/db/schema";
import { isAlwaysNarrowed, isNeverNarrowed, type Scope } from "@/lib/domain/permissions";

type Member = Pick<typeof members.$inferSelect, "id" | "role" | "seesAll">;

/** Which threads a member sees at this moment: null for all, else what is granted to them and to their teams, clients as campaigns. */
export async function scopeOf(db: Database, { id, role, seesAll }: Member): Promise<Scope> {
  if (isNeverNarrowed(role) || (seesAll && !isAlwaysNarrowed(role))) return null;
  const ownTeams = db.select({ id: teamMembers.teamId }).from(teamMembers).where(eq(teamMembers.memberId, id));
  const grants = await db
    .select({
      mailboxId: accessGrants.mailboxId,
      campaignId: accessGrants.campaignId,
      ofClient: campaigns.id,
    })
    .from(accessGrants)
    .leftJoin(campaigns, eq(campaigns.clientId, accessGrants.clientId))
    .where(or(eq(accessGrants.memberId, id), inArray(accessGrants.teamId, ownTeams)));
  const unique = (ids: (string | null)[]) => [...new Set(ids.flatMap((each) => each ?? []))];
  return {
    mailboxIds: unique(grants.map(({ mailboxId }) => mailboxId)),
    campaignIds: unique(grants.flatMap(({ campaignId, ofClient }) => [campaignId, ofClient])),
  };
}
