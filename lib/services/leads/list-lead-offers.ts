import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, leads, threads } from "@/lib/db/schema";
import { domainOf } from "@/lib/domain/address";
import { isFreeMail } from "@/lib/domain/free-mail";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import { campaignsOf } from "@/lib/services/access/campaigns-of";
import { leadsOf } from "@/lib/services/access/leads-of";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { begins } from "@/lib/services/recipients/begins";
import { campaignOfLead } from "./campaign-of-lead";
import { LEAD_BEGINNINGS } from "./lead-beginnings";
import { LEAD_NAME } from "./lead-name-column";
import type { LeadOffersInput } from "./schemas";

/** What one press attaches to is few; what is searched for may be more. */
const MOST_FITTING = 3;
const MOST_FOUND = 8;
/** Of very many that begin so, or work there, so many are looked at. */
const MOST_LOOKED_AT = 100;

/**
 * Leads that a stranger's thread may belong to: of the same name, then of the same company's domain, those with the newest mail
 * first; or, with `q`, those whose name, address, company or domain begins so.
 * @throws AppError `not_found` for a thread that is not there or another workspace's
 */
export async function listLeadOffers(ctx: Context, { id, q }: LeadOffersInput): Promise<{ leads: LeadOffer[] }> {
  const { actor, db } = ctx;
  may(actor, "thread.triage");
  const [thread] = await db
    .select()
    .from(threads)
    .where(and(eq(threads.id, id), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const found = q
    ? (await newestOf(ctx, searched(q), MOST_FOUND)).map((row) => ({ ...row, fits: null }))
    : await fitting(ctx, thread);
  const offers = found.map(async ({ id: leadId, ...lead }) => {
    const campaign = await campaignOfLead(db, { leadId, mailboxId: thread.mailboxId });
    return { id: leadId, ...lead, campaign: campaign && !campaign.isDirect ? await seenName(ctx, campaign) : null };
  });
  return { leads: await Promise.all(offers) };
}

/** A lead in sight may be in a campaign that is not. */
async function seenName({ actor, db }: Context, { id, name }: { id: string; name: string }): Promise<string | null> {
  return (await db.$count(campaigns, and(eq(campaigns.id, id), campaignsOf(actor)))) > 0 ? name : null;
}

async function fitting(ctx: Context, thread: typeof threads.$inferSelect) {
  const domain = domainOf(thread.contactAddress);
  const names = spellingsOf(thread.contactName);
  const byName = names.length > 0 ? await newestOf(ctx, names.map(hasName), MOST_FITTING) : [];
  const isCompany = domain !== "" && !isFreeMail(domain);
  const byDomain = isCompany ? await newestOf(ctx, [hasDomain(domain)], MOST_FITTING) : [];
  const rest = byDomain.filter(({ id }) => !byName.some((row) => row.id === id));
  return [
    ...byName.map((row) => ({ ...row, fits: "name" as const })),
    ...rest.map((row) => ({ ...row, fits: "domain" as const })),
  ].slice(0, MOST_FITTING);
}

type Condition = { is: SQL; by: SQL };
const [NAME, , , , DOMAIN] = LEAD_BEGINNINGS as [SQL, SQL, SQL, SQL, SQL];
const hasName = (name: string): Condition => ({ is: sql`${NAME} = (lower(${name}::text) collate "C")`, by: NAME });
const hasDomain = (domain: string): Condition => ({
  is: sql`${DOMAIN} = (lower(${domain}::text) collate "C")`,
  by: DOMAIN,
});
const searched = (q: string): Condition[] => LEAD_BEGINNINGS.map((field) => ({ is: begins(field, q), by: field }));

/** "Berg, Ana" is written as leads are: "Ana Berg". One word alone fits too many. */
function spellingsOf(name: string): string[] {
  const plain = name.replace(/\s+/g, " ").trim();
  const [last = "", first = ""] = plain.split(",", 2).map((part) => part.trim());
  const whole = first ? `${first} ${last}` : plain;
  return whole.includes(" ") && !whole.includes("@") ? [whole] : [];
}

/** Each condition is a short walk along an index of its own; among what they find the leads with the newest mail come first. */
function newestOf({ actor, db }: Context, conditions: Condition[], limit: number) {
  const walks = conditions.map(
    ({ is, by }) => sql`(select ${leads.id} from ${leads}
      where ${leadsOf(actor)} and ${is} order by ${by} limit ${MOST_LOOKED_AT})`,
  );
  return db
    .select({
      id: leads.id,
      name: LEAD_NAME,
      email: sql<string>`${leads.email}::text`,
      company: leads.company,
    })
    .from(leads)
    .where(sql`${leads.id} in (${sql.join(walks, sql` union `)})`)
    .orderBy(
      sql`(select max(${threads.lastMessageAt}) from ${threads} where ${threads.leadId} = ${leads.id}) desc nulls last`,
      desc(leads.createdAt),
      leads.id,
    )
    .limit(limit);
}
