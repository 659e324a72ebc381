import { and, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import type { PreviewLead } from "@/lib/domain/template-view";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { LEAD_BEGINNINGS } from "../leads/lead-beginnings";
import { begins } from "../recipients/begins";
import type { ListPreviewLeadsInput } from "./schemas";
import { variableSource } from "./variable-source";

const MOST = 8;
/** Of very many that begin so, so many are looked at. */
const MOST_LOOKED_AT = 50;

/** Leads to look at a template with, each as its newest thread would fill it. */
export async function listPreviewLeads(
  { actor, db }: Context,
  { q }: ListPreviewLeadsInput,
): Promise<{ leads: PreviewLead[] }> {
  may(actor, "template.use");
  const walks = LEAD_BEGINNINGS.map(
    (field) => sql`(select ${leads.id} from ${leads}
      where ${leads.workspaceId} = ${actor.workspaceId} and ${begins(field, q)} order by ${field} limit ${MOST_LOOKED_AT})`,
  );
  const isMeant =
    q === "" ? isNotNull(threads.leadId) : inArray(threads.leadId, sql`(${sql.join(walks, sql` union `)})`);
  const rows = await db
    .select({ threadId: threads.id, lead: leads, campaign: campaigns, mailbox: mailboxes })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(and(threadsOf(actor), isMeant))
    .orderBy(desc(threads.lastMessageAt))
    .limit(4 * MOST);
  const seen = new Set<string>();
  return {
    leads: rows
      .filter(({ lead }) => !seen.has(lead.id) && seen.add(lead.id))
      .slice(0, MOST)
      .map(({ threadId, ...row }) => ({
        threadId,
        name: leadName(row.lead),
        email: row.lead.email,
        company: row.lead.company,
        source: variableSource({ ...row, author: actor }),
      })),
  };
}
