import { and, desc, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { campaigns, followUpChains, leads, mailboxes, messages, threads } from "@/lib/db/schema";
import { replySubject } from "@/lib/domain/subject";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Actor, type Context } from "../context";
import { requireUnblocked } from "../replies/require-unblocked";
import { leadOfTarget, requireWritable } from "../replies/send-email-thread-lead";
import { contactOfTarget } from "../replies/send-email-thread-target";
import { wayOfThread } from "../replies/send-email-thread-way";
import { lockOpenChains, pendingSteps } from "./open-chains";
import type { PlanFollowUpsInput } from "./schemas";
import { writeChain, type PlannedChain, type StepBase } from "./write-chain";

/**
 * Plans several follow-ups to a thread's lead in one go: each is a reply in the outbox that leaves at its time if nobody of the lead's
 * side has answered. Those that take the place of others go where these went. Variables are filled in now. What leaves through
 * Smartlead waits here until it is due, since nobody there asks for answers by then.
 * @throws AppError `not_found` (thread, category), `conflict` (already_planned), `unprocessable` (lead_…, blocked,
 * not_at_smartlead), `invalid` with the fields (`steps.N.bodyHtml`, `startDate`)
 */
export async function planFollowUps(ctx: Context, input: PlanFollowUpsInput): Promise<PlannedChain> {
  const { actor, db, now } = ctx;
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const latest = await lockTarget(tx, actor, input.threadId);
    const former = input.replaces ? await formerStep(tx, input.threadId, input.replaces) : null;
    const found = { ...latest, ...former?.place };
    const { thread, mailbox, parent } = found;
    const { to, cc, subject, addSignature, isPlain } = former?.step ?? {
      to: [contactOfTarget(found)],
      cc: [],
      subject: replySubject(thread.subject || parent.subject),
      addSignature: true,
      isPlain: false,
    };
    await requireUnblocked(tx, actor, { to, cc, bcc: [] });
    const lead = await leadOfTarget(tx, found);
    await requireWritable(tx, { lead, thread }, {});
    const way = await wayOfThread(tx, thread, found);
    const isOff = way.smartleadLeadId === null && mailbox.state === "disabled";
    const base: StepBase = {
      threadId: thread.id,
      mailboxId: mailbox.id,
      parentId: parent.id,
      to,
      cc,
      subject,
      addSignature,
      isPlain,
      heldReason: isOff ? "mailbox_disconnected" : way.heldReason,
      smartleadLeadId: way.smartleadLeadId,
    };
    const target = { lead, mailbox, thread, campaign: await campaignOf(tx, thread.id) };
    return writeChain({ ...ctx, db: tx }, { base, target, plan: input, path: "", at: now() });
  });
}

/** The thread, locked, with the message that is answered to: the newest that a person of the other side wrote, else the newest. */
async function lockTarget(tx: Database, actor: Actor, threadId: number) {
  const isIt = and(eq(threads.id, threadId), threadsOf(actor));
  const [thread] = await tx.select().from(threads).where(isIt).for("no key update");
  const [found] = thread
    ? await tx
        .select({ mailbox: mailboxes, lead: leads, parent: messages })
        .from(messages)
        .innerJoin(mailboxes, eq(mailboxes.id, thread.mailboxId))
        .leftJoin(leads, sql`${leads.id} = ${thread.leadId}::uuid`)
        .where(eq(messages.threadId, threadId))
        .orderBy(
          desc(sql`${messages.direction} = 'in' and not ${messages.isAutomatic}`),
          desc(messages.sentAt),
          desc(messages.id),
        )
        .limit(1)
    : [];
  if (!thread || !found) throw new AppError("not_found", { reason: "thread" });
  return { thread, ...found };
}

/** The next step of what is to be replaced, with the message that it answers and from where: what takes its place leaves as it would. */
async function formerStep(tx: Database, threadId: number, chainId: string) {
  const isIt = and(eq(followUpChains.threadId, threadId), eq(followUpChains.id, chainId));
  const [chain] = await lockOpenChains(tx, isIt);
  const [step] = chain ? await pendingSteps(tx, chain.id) : [];
  if (!step) return null;
  const [place] = await tx
    .select({ mailbox: mailboxes, parent: messages })
    .from(messages)
    .innerJoin(mailboxes, eq(mailboxes.id, step.mailboxId))
    .where(eq(messages.id, step.parentId));
  return place ? { step, place } : null;
}

async function campaignOf(tx: Database, threadId: number): Promise<{ name: string } | null> {
  const [campaign] = await tx
    .select({ name: campaigns.name })
    .from(threads)
    .innerJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(eq(threads.id, threadId));
  return campaign ?? null;
}
