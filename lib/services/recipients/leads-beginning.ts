import { sql } from "drizzle-orm";
import { leads } from "@/lib/db/schema";
import { MAX_SUGGESTIONS, type RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import { leadsOf } from "@/lib/services/access/leads-of";
import type { Context } from "@/lib/services/context";
import { LEAD_BEGINNINGS } from "@/lib/services/leads/lead-beginnings";
import { LEAD_NAME } from "@/lib/services/leads/lead-name-column";
import { begins } from "./begins";

/** Some are left out afterwards: own mailboxes and doubles. */
const LIMIT = 2 * MAX_SUGGESTIONS;

/** Leads whose name, surname, address, company or domain begins so; each is a short walk along an index of its own. */
export async function leadsBeginning({ actor, db }: Context, typed: string): Promise<RecipientSuggestion[]> {
  const walks = LEAD_BEGINNINGS.map(
    (field) => sql`(select ${LEAD_NAME} as name, ${leads.email} as address, ${leads.company} as note
      from ${leads} where ${leadsOf(actor)} and ${begins(field, typed)}
      and ${leads.unsubscribedAt} is null and ${leads.doNotContactAt} is null and ${leads.bouncedAt} is null
      order by ${field} limit ${LIMIT})`,
  );
  const { rows } = await db.execute<{ name: string; address: string; note: string }>(sql.join(walks, sql` union all `));
  return rows.map((row) => ({ ...row, from: "lead" }));
}
