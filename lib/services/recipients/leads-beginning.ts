import { type SQL, sql } from "drizzle-orm";
import { leads } from "@/lib/db/schema";
import { MAX_SUGGESTIONS, type RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import type { Context } from "@/lib/services/context";
import { begins } from "./begins";

/** Some are left out afterwards: own mailboxes and doubles. */
const LIMIT = 2 * MAX_SUGGESTIONS;

/** As the indexes `leads_by_…` have them. */
const FIELDS: SQL[] = [
  sql`(lower(${leads.firstName} || ' ' || ${leads.lastName}) collate "C")`,
  sql`(lower(${leads.lastName}) collate "C")`,
  sql`(lower(${leads.email}::text) collate "C")`,
  sql`(lower(${leads.company}) collate "C")`,
  sql`(lower(split_part(${leads.email}::text, '@', 2)) collate "C")`,
];

/** Leads whose name, surname, address, company or domain begins so; each is a short walk along an index of its own. */
export async function leadsBeginning({ actor, db }: Context, typed: string): Promise<RecipientSuggestion[]> {
  const walks = FIELDS.map(
    (
      field,
    ) => sql`(select trim(${leads.firstName} || ' ' || ${leads.lastName}) as name, ${leads.email} as address, ${leads.company} as note
      from ${leads} where ${leads.workspaceId} = ${actor.workspaceId} and ${begins(field, typed)}
      and ${leads.unsubscribedAt} is null and ${leads.doNotContactAt} is null and ${leads.bouncedAt} is null
      order by ${field} limit ${LIMIT})`,
  );
  const { rows } = await db.execute<{ name: string; address: string; note: string }>(sql.join(walks, sql` union all `));
  return rows.map((row) => ({ ...row, from: "lead" }));
}
