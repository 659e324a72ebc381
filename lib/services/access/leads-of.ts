import { and, eq, type SQL, sql } from "drizzle-orm";
import { campaignLeads, leads, threads } from "@/lib/db/schema";
import { type Reader, threadsOf } from "./threads-of";

/**
 * The condition on `leads` that every search for them begins with: all of the workspace, or for who is narrowed those with a thread of
 * theirs, or of a campaign that is opened to them.
 */
export function leadsOf(reader: Reader): SQL {
  const isOwn = eq(leads.workspaceId, reader.workspaceId);
  const { scope } = reader;
  if (scope === null) return isOwn;
  return and(
    isOwn,
    sql`(exists (select 1 from ${threads} where ${threads.leadId} = ${leads.id} and ${threadsOf(reader)})
      or exists (select 1 from ${campaignLeads} where ${campaignLeads.leadId} = ${leads.id}
        and ${campaignLeads.campaignId} = any(${sql.param(scope.campaignIds)}::uuid[])))`,
  )!;
}
