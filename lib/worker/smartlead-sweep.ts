import { eq, sql } from "drizzle-orm";
import { smartleadLeads } from "@/lib/db/schema";
import { knownRemoteLead } from "@/lib/services/smartlead/known-remote-lead";
import { historyOrBroken, storeOne, type Reading } from "./smartlead-page";

const ACTIVE = "14 days";

/**
 * Reads the history of the lead of a thread with mail of the last 14 days whose history was not read for the longest time: what no
 * list of replies shows (a step that was sent, a reply written at Smartlead), and what was missed.
 * @param againAfterSeconds how long a history is left alone
 * @returns whether there was one to read
 * @throws SmartleadFault of the whole account
 */
export async function sweepOne(reading: Reading, againAfterSeconds: number): Promise<boolean> {
  const { deps, connection } = reading;
  const { rows } = await deps.db.execute<{ id: string }>(sql`
    select lead.id from smartlead_leads lead
      join smartlead_campaigns campaign on campaign.id = lead.smartlead_campaign_id
      join threads on threads.id = lead.thread_id
    where lead.connection_id = ${connection.id} and campaign.is_chosen
      and threads.last_message_at > now() - ${ACTIVE}::interval
      and (lead.swept_at is null or lead.swept_at < now() - make_interval(secs => ${againAfterSeconds}))
    order by lead.swept_at nulls first, lead.id limit 1`);
  const id = rows[0]?.id;
  const lead = id && (await knownRemoteLead(deps.db, id));
  if (!id || !lead) return false;
  // Where it cannot be read, what was read of it stays, and the others have their turn before it is asked for again.
  const history = await historyOrBroken(reading, lead);
  if (Array.isArray(history)) await storeOne(reading, lead, history, { isHistoryOnly: true });
  await deps.db
    .update(smartleadLeads)
    .set({ sweptAt: sql`now()` })
    .where(eq(smartleadLeads.id, id));
  return true;
}
