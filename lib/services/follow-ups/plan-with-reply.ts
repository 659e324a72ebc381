import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import type { Context } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { requireWritable } from "../replies/send-email-thread-lead";
import type { FollowUpsOfReply } from "./schemas";
import { writeChain } from "./write-chain";

/**
 * Follow-ups that come along with a reply of the composer, in its transaction: to whom it goes, from where it leaves, and as its
 * chain, by its time of acceptance.
 * @throws AppError what `writeChain` refuses, with fields below `followUps.`; `invalid` for a forward, which nobody is to answer;
 * `unprocessable` (lead_…) for a lead whom only a person may write to
 */
export async function planWithReply(ctx: Context, reply: ReplyRow, plan: FollowUpsOfReply): Promise<void> {
  if (reply.kind === "forward") throw new AppError("invalid", { fields: [{ path: "followUps", reason: "forward" }] });
  const { db: tx } = ctx;
  const [target] = await tx
    .select({ thread: threads, lead: leads, mailbox: mailboxes, campaign: { name: campaigns.name } })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .innerJoin(mailboxes, eq(mailboxes.id, reply.mailboxId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(eq(threads.id, reply.threadId));
  if (!target) throw new AppError("unprocessable", { reason: "no_lead" });
  await requireWritable(tx, target, {});
  const { threadId, mailboxId, parentId, to, cc, subject, addSignature, isPlain, smartleadLeadId } = reply;
  // Of a teammate's reply only a person is asked; the steps wait behind theirs.
  const heldReason = reply.heldReason === "teammate" ? null : reply.heldReason;
  const base = { threadId, mailboxId, parentId, to, cc, subject, addSignature, isPlain, heldReason, smartleadLeadId };
  await writeChain(ctx, { base, target, plan, path: "followUps.", at: reply.acceptedAt });
}
