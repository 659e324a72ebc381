import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { members, messages } from "@/lib/db/schema";
import { isMeant, withoutDoubles, type RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "@/lib/services/context";
import { ownMailboxes } from "../messages/own-mailboxes";
import { correspondentsBeginning } from "./correspondents-beginning";
import { leadsBeginning } from "./leads-beginning";
import type { SuggestRecipientsInput } from "./schemas";

/** So many messages of the thread say who takes part in it. */
const NEWEST = 50;

/**
 * Who may be meant by what is typed in To, Cc or Bcc, at most eight: people of the thread, leads, who has written to us, own
 * members. Own mailboxes are never among them, nor leads who do not want mail or whose address is dead.
 */
export async function suggestRecipients(ctx: Context, { q, threadId }: SuggestRecipientsInput) {
  may(ctx.actor, "reply.send");
  const { workspaceId } = ctx.actor;
  const own = (await ownMailboxes(ctx.db, workspaceId)).map(({ address }) => address);
  const typed = q.replace(/^@/, "") || q;
  const [thread, leads, history, team] = await Promise.all([
    threadId ? peopleOfThread(ctx, threadId, typed) : [],
    leadsBeginning(ctx, typed),
    correspondentsBeginning(ctx, typed, own),
    ownTeam(ctx, typed),
  ]);
  return { suggestions: withoutDoubles([...named(thread, leads), ...leads, ...history, ...team], own) };
}

async function peopleOfThread({ actor, db }: Context, threadId: number, typed: string): Promise<RecipientSuggestion[]> {
  const rows = await db
    .select({
      name: messages.fromName,
      address: messages.fromAddress,
      replyTo: messages.replyTo,
      to: messages.to,
      cc: messages.cc,
    })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
      ),
    )
    .orderBy(desc(messages.sentAt))
    .limit(NEWEST);
  return rows
    .flatMap(({ name, address, replyTo, to, cc }) => [{ name, address }, ...replyTo, ...to, ...cc])
    .filter((party) => isMeant(party, typed))
    .map(({ name, address }) => ({ name, address, from: "thread", note: "" }));
}

/** People of the thread with what is known of them as leads. */
function named(thread: RecipientSuggestion[], leads: RecipientSuggestion[]): RecipientSuggestion[] {
  const known = new Map(leads.map((lead) => [lead.address.toLowerCase(), lead]));
  return thread.map((party) => {
    const lead = known.get(party.address.toLowerCase());
    return lead ? { ...party, name: lead.name || party.name, note: lead.note } : party;
  });
}

async function ownTeam({ actor, db }: Context, typed: string): Promise<RecipientSuggestion[]> {
  const rows = await db
    .select({ name: members.name, address: members.email })
    .from(members)
    .where(and(eq(members.workspaceId, actor.workspaceId), ne(members.role, "client"), isNull(members.deactivatedAt)));
  return rows
    .filter((member) => isMeant(member, typed))
    .map((member): RecipientSuggestion => ({ ...member, from: "team", note: "" }));
}
