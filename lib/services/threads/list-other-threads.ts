import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { categories, leads, threads } from "@/lib/db/schema";
import { domainOf } from "@/lib/domain/address";
import { isFreeMail } from "@/lib/domain/free-mail";
import { leadName } from "@/lib/domain/lead-name";
import type { OtherThread } from "@/lib/domain/thread-timeline";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import type { GetThreadInput } from "./schemas";

const MOST = 5;
const MOST_OF_PERSON = 10;
/** Of a company with very many leads so many are looked at. */
const MOST_LEADS = 200;

/**
 * The newest other threads with the same lead, then with others of the same company: by the domain of their address, unless
 * anybody can have one there, or by the company's name.
 * @throws AppError `not_found` for a thread that is not there or another workspace's
 */
export async function listOtherThreads({ actor, db }: Context, { threadId }: GetThreadInput): Promise<OtherThread[]> {
  may(actor, "thread.read");
  const { workspaceId } = actor;
  const [thread] = await db
    .select({ leadId: threads.leadId, company: leads.company, address: leads.email, contact: threads.contactAddress })
    .from(threads)
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const company = thread.company?.trim() ?? "";
  const colleagues = await colleagueIds(db, workspaceId, {
    company,
    domain: domainOf(thread.address ?? thread.contact),
  });
  const newestOf = async (leadIds: string[], most: number) =>
    leadIds.length === 0
      ? []
      : otherRows(db, and(inArray(threads.leadId, leadIds), ne(threads.id, threadId), threadsOf(actor)), most);
  const own = await newestOf(thread.leadId ? [thread.leadId] : [], MOST_OF_PERSON);
  const others = await newestOf(
    colleagues.filter((id) => id !== thread.leadId),
    MOST,
  );
  return [...own, ...others].map(({ leadId, firstName, lastName, contact, lastMessageAt, ...same }) => ({
    ...same,
    isSamePerson: leadId === thread.leadId,
    name: leadName({ firstName, lastName }) || contact,
    lastMessageAt: lastMessageAt.toISOString(),
  }));
}

/** Two look-ups rather than one with "or", so that each has its index. */
async function colleagueIds(
  db: Database,
  workspaceId: string,
  { company, domain }: { company: string; domain: string },
): Promise<string[]> {
  const some = (is: SQL) =>
    db
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.workspaceId, workspaceId), is))
      .limit(MOST_LEADS);
  const byDomain = sql`(lower(split_part(${leads.email}::text, '@', 2)) collate "C") = lower(${domain})`;
  const byCompany = sql`(lower(${leads.company}) collate "C") = lower(${company})`;
  const isKnown = domain !== "" && !isFreeMail(domain);
  const found = [...(isKnown ? await some(byDomain) : []), ...(company ? await some(byCompany) : [])];
  return [...new Set(found.map(({ id }) => id))];
}

function otherRows(db: Database, where: SQL | undefined, most: number) {
  return db
    .select({
      id: threads.id,
      leadId: threads.leadId,
      subject: threads.subject,
      lastMessageAt: threads.lastMessageAt,
      contact: threads.contactAddress,
      firstName: leads.firstName,
      lastName: leads.lastName,
      category: { id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment },
    })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(categories, eq(categories.id, threads.categoryId))
    .where(where)
    .orderBy(desc(threads.lastMessageAt), desc(threads.id))
    .limit(most);
}
