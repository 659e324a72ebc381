import { and, desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { campaigns, leads, mailboxes, messages, threads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import type { Party } from "@/lib/domain/party";
import { campaignsOf } from "@/lib/services/access/campaigns-of";
import { inScope } from "@/lib/services/access/threads-of";
import type { Context } from "../context";
import { findSurvivingThread } from "../threads/find-surviving-thread";
import type { SendEmailThreadInput } from "./schemas";

export type ReplyTarget = {
  thread: typeof threads.$inferSelect;
  mailbox: typeof mailboxes.$inferSelect;
  campaign: typeof campaigns.$inferSelect;
  /** Null in a stranger's thread. */
  lead: typeof leads.$inferSelect | null;
  parent: typeof messages.$inferSelect;
};

type Asked = Pick<SendEmailThreadInput, "campaignId" | "emailStatsId" | "id" | "replyMessageId">;

/**
 * The thread and the message that the contract's ids mean, in the actor's workspace. A stats id belongs to one thread;
 * the message answered to is the one that `replyMessageId` names, else the newest inbound one of the stats id, else its newest.
 * A stranger's thread goes by the number of its mailbox's campaign "Direct", which its writer joins when answered.
 * @throws AppError `not_found` (campaign, stats_id), `invalid` when `id` or `replyMessageId` disagree
 */
export async function replyTarget({ actor, db }: Pick<Context, "actor" | "db">, asked: Asked): Promise<ReplyTarget> {
  const { workspaceId } = actor;
  const isCampaign = and(campaignsOf(actor), eq(campaigns.number, asked.campaignId));
  const [found] = await db
    .select({ thread: threads, mailbox: mailboxes, lead: leads, campaign: campaigns })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(campaigns, isCampaign)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.statsId, asked.emailStatsId), inScope(actor)))
    .orderBy(desc(messages.sentAt))
    .limit(1);
  const campaign = found ? found.campaign : (await db.select().from(campaigns).where(isCampaign))[0];
  if (!campaign) throw new AppError("not_found", { reason: "campaign" });
  if (!found || !belongs(found.thread, campaign)) throw new AppError("not_found", { reason: "stats_id" });
  if (asked.id !== undefined && !(await isIdOf(db, found.thread, asked.id)))
    throw new AppError("invalid", { fields: [{ path: "id", reason: "disagrees" }] });
  return { ...found, campaign, parent: await parentOf(db, found.thread.id, asked) };
}

/** Whom a reply goes to that names nobody. */
export function contactOfTarget({ lead, thread, parent }: Pick<ReplyTarget, "lead" | "thread" | "parent">): Party {
  if (lead) return { name: leadName(lead), address: lead.email };
  return { name: thread.contactName || parent.fromName, address: thread.contactAddress || parent.fromAddress };
}

/** A thread is also known by the numbers of those that were merged into it. */
const isIdOf = async (db: Database, { id, workspaceId }: ReplyTarget["thread"], asked: number): Promise<boolean> =>
  asked === id || (await findSurvivingThread(db, workspaceId, asked)) === id;

function belongs(thread: ReplyTarget["thread"], campaign: ReplyTarget["campaign"]): boolean {
  if (thread.campaignId) return thread.campaignId === campaign.id;
  return campaign.directMailboxId === thread.mailboxId;
}

async function parentOf(db: Database, threadId: number, asked: Asked): Promise<ReplyTarget["parent"]> {
  const isIn = eq(messages.threadId, threadId);
  if (asked.replyMessageId !== undefined) {
    const messageId = withoutBrackets(asked.replyMessageId);
    const [named] = await db
      .select()
      .from(messages)
      .where(and(isIn, eq(messages.messageId, messageId)));
    if (named) return named;
    throw new AppError("invalid", { fields: [{ path: "replyMessageId", reason: "disagrees" }] });
  }
  const [newest] = await db
    .select()
    .from(messages)
    .where(and(isIn, eq(messages.statsId, asked.emailStatsId)))
    // "in" sorts before "out".
    .orderBy(messages.direction, desc(messages.sentAt), desc(messages.id))
    .limit(1);
  return newest!;
}

/** A Message-ID as it is stored; callers may write it with its angle brackets. */
export const withoutBrackets = (messageId: string): string => messageId.trim().replace(/^<(.*)>$/, "$1");
