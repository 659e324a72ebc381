import { and, asc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { leads, threads } from "@/lib/db/schema";
import { MOST_CUSTOM_FIELDS } from "@/lib/domain/custom-field";
import { defined } from "@/lib/domain/defined";
import type { LeadField } from "@/lib/domain/lead-field";
import { leadName } from "@/lib/domain/lead-name";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Actor, type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { LeadParts, UpdateLeadInput } from "./schemas";

type LeadRow = typeof leads.$inferSelect;

/**
 * Changes what is known of a thread's lead; what is not named stays. The names of what changed go into the history, never texts.
 * @returns the names that changed (columns as they are, fields of the lead's own behind `custom:`), and what stood there `before`
 * @throws AppError `not_found` (thread), `unprocessable` (stranger: the thread has no lead; too_many_fields), `conflict` (changed_since)
 */
export async function updateLead({ actor, db }: Context, input: UpdateLeadInput) {
  may(actor, "lead.update");
  const { threadId, fields = {}, custom = {}, still } = input;
  return db.transaction(async (tx) => {
    const { lead, threadIds } = await lockLead(tx, actor, threadId);
    if (still && !stands(lead, still)) throw new AppError("conflict", { reason: "changed_since" });
    const before = textsOf(lead, { fields, custom });
    const values = valuesOf(fields);
    const customFields = withCustom(lead.customFields, custom);
    const changed = [
      ...Object.entries(values).flatMap(([name, value]) => (value === lead[name as LeadField] ? [] : [name])),
      ...Object.keys(custom).flatMap((name) =>
        customFields[name] === lead.customFields[name] ? [] : [`custom:${name}`],
      ),
    ];
    if (changed.length === 0) return { changed, before };
    await tx
      .update(leads)
      .set({ ...values, customFields })
      .where(eq(leads.id, lead.id));
    if (changed.includes("firstName") || changed.includes("lastName")) {
      // Where the lead has no name, lists show the thread's.
      const contactName = leadName({ ...lead, ...values });
      await tx.update(threads).set({ contactName }).where(eq(threads.leadId, lead.id));
    }
    await record(tx, actor, "lead.changed", { threadId, subjectId: lead.id, data: { fields: changed } });
    const { workspaceId } = actor;
    await notifyChange(tx, { workspaceId, kind: "threads", threadIds });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    return { changed, before };
  });
}

function valuesOf({ timeZone, country, ...texts }: NonNullable<LeadParts["fields"]>) {
  return defined({ ...texts, country: orNull(country), timeZone: orNull(timeZone) });
}

const orNull = (text: string | undefined) => (text === "" ? null : text);

type Texts = { fields: Record<string, string>; custom: Record<string, string> };

/** What a lead has in the fields that are named, as it would be written: an empty text where there is nothing. */
function textsOf(lead: LeadRow, { fields = {}, custom = {} }: LeadParts): Texts {
  const columns = Object.keys(fields).map((name) => [name, lead[name as LeadField] ?? ""]);
  const own = Object.keys(custom).map((name) => [name, lead.customFields[name] ?? ""]);
  return { fields: Object.fromEntries(columns), custom: Object.fromEntries(own) };
}

function stands(lead: LeadRow, wanted: LeadParts): boolean {
  const there = textsOf(lead, wanted);
  return (
    Object.entries(wanted.fields ?? {}).every(([name, text]) => there.fields[name] === text) &&
    Object.entries(wanted.custom ?? {}).every(([name, text]) => there.custom[name] === text)
  );
}

/** The thread's lead, held along with all threads that show it: threads before leads, the order of locks. */
async function lockLead(tx: Database, actor: Actor, threadId: number): Promise<{ lead: LeadRow; threadIds: number[] }> {
  const [thread] = await tx
    .select({ leadId: threads.leadId })
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  if (!thread.leadId) throw new AppError("unprocessable", { reason: "stranger" });
  const held = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(eq(threads.leadId, thread.leadId))
    .orderBy(asc(threads.id))
    .for("no key update");
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.id, thread.leadId), eq(leads.workspaceId, actor.workspaceId)))
    .for("no key update");
  if (!lead) throw new AppError("not_found", { reason: "lead" });
  return { lead, threadIds: held.map(({ id }) => id) };
}

function withCustom(former: Record<string, string>, custom: Record<string, string>): Record<string, string> {
  const left = Object.entries({ ...former, ...custom }).filter(([name, value]) => value !== "" || !(name in custom));
  if (left.length > Math.max(MOST_CUSTOM_FIELDS, Object.keys(former).length))
    throw new AppError("unprocessable", { reason: "too_many_fields" });
  return Object.fromEntries(left);
}
