import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { threadReminders, threads } from "@/lib/db/schema";
import { parseInstant } from "@/lib/domain/instant";
import type { Actor, Context } from "../context";
import { chainOfReply } from "../follow-ups/chain-of-reply";
import { endChain } from "../follow-ups/end-chain";
import { planWithReply } from "../follow-ups/plan-with-reply";
import { reopenReplaced } from "../follow-ups/reopen-replaced";
import { record } from "../record";
import { addReminder } from "../reminders/add-reminder";
import { bringBackAnswered } from "../reminders/bring-back-answered";
import { giveBackPutAway } from "../reminders/give-back-put-away";
import { putAwayDone } from "../reminders/put-away-done";
import { putAwayUp } from "../reminders/put-away-up";
import { carryTriage } from "../smartlead/carry-triage";
import type { ReplyRow } from "./reply-row";
import type { AcceptedReply, ComposerExtras } from "./schemas";

type Wishes = Pick<ComposerExtras, "archive" | "remindAt" | "followUps">;

/**
 * What a person wants done with the thread along with sending: marked as done, wanted back if nobody answers, followed up; and what
 * had brought it back before them is put away. All bear the reply's own time of acceptance, by which taking it back finds them.
 * @throws AppError `invalid` for a reminder in the past; what `planWithReply` refuses
 */
export const afterSend =
  ({ actor, now }: Pick<Context, "actor" | "now">, { archive, remindAt, followUps }: Wishes) =>
  async (tx: Database, _accepted: AcceptedReply, reply: ReplyRow): Promise<void> => {
    const at = remindAt === undefined ? null : parseInstant(remindAt);
    if (typeof at === "string" || (at && at <= now()))
      throw new AppError("invalid", { fields: [{ path: "remindAt", reason: "in_the_past" }] });
    const { threadId, acceptedAt } = reply;
    if (followUps) await planWithReply({ actor, db: tx, now }, reply, followUps);
    await putAwayUp(tx, { threadId, memberId: actor.memberId, at: acceptedAt });
    // What is held for a teammate's reply is not done with.
    if (archive && reply.heldReason !== "teammate") await finish(tx, actor, threadId, acceptedAt);
    if (at) await addReminder(tx, actor, { threadId, remindAt: at, condition: "if_no_reply", createdAt: acceptedAt });
  };

/** A thread that is done already stays done since then, whatever becomes of the reply. */
async function finish(tx: Database, actor: Actor, threadId: number, at: Date): Promise<void> {
  const done = await tx
    .update(threads)
    .set({ archivedAt: at })
    .where(and(eq(threads.id, threadId), isNull(threads.archivedAt)))
    .returning({ id: threads.id });
  if (done.length === 0) return;
  await putAwayDone(tx, actor.memberId, [threadId]);
  await record(tx, actor, "thread.archived", { threadId, data: { to: at.toISOString() } });
  await carryTriage(tx, actor, "done", [threadId]);
}

/** A person, or nobody but the machine. */
type By = Actor | Pick<Actor, "workspaceId">;

/**
 * A reply was taken back: so is what was done along with it, unless somebody has done otherwise since.
 * @param isLeaving its mailbox is given up: what its follow-ups have replaced stays ended
 */
export async function takeBackAfterSend(
  tx: Database,
  by: By,
  reply: ReplyRow,
  at: Date,
  { isLeaving = false } = {},
): Promise<void> {
  // A step bears the time of acceptance of the reply that brought it along, and nothing was done along with it.
  if (reply.chainId !== null) return;
  const { threadId, authorId, acceptedAt } = reply;
  // The follow-ups that came along with it have nothing to follow.
  const place = await chainOfReply(tx, reply);
  if (place) {
    await endChain(tx, place.chain, { reason: "by_person", at, by });
    // What the machine stops, it stops for all that is planned.
    if ("memberId" in by && !isLeaving) await reopenReplaced(tx, by, place.chain, at);
  }
  const isOf = and(eq(threadReminders.threadId, threadId), eq(threadReminders.memberId, authorId));
  const [gone] = await tx
    .delete(threadReminders)
    .where(and(isOf, eq(threadReminders.createdAt, acceptedAt)))
    .returning();
  if (gone) await giveBackFormer(tx, gone);
  await giveBackPutAway(tx, { threadId, memberId: authorId, at: acceptedAt });
  const [thread] = await tx.select({ leadId: threads.leadId }).from(threads).where(eq(threads.id, threadId));
  // Somebody may have answered while the snooze was put away.
  if (thread) await bringBackAnswered(tx, { threadId, leadId: thread.leadId, at });
  await bringBack(tx, by, reply);
}

/** The reminder that had to make room stands where the later one stood: open, or replaced by a still later one. */
async function giveBackFormer(tx: Database, gone: typeof threadReminders.$inferSelect): Promise<void> {
  const { closedAt, closedReason } = gone;
  await tx
    .update(threadReminders)
    .set({ closedAt, closedReason })
    .where(
      and(
        eq(threadReminders.threadId, gone.threadId),
        eq(threadReminders.memberId, gone.memberId),
        eq(threadReminders.closedReason, "replaced"),
        eq(threadReminders.closedAt, gone.createdAt),
      ),
    );
}

/** A reply has not left: its thread is not done, unless somebody has done otherwise since. Its reminder waits for another try. */
export async function bringBack(tx: Database, by: By, { threadId, acceptedAt }: ReplyRow): Promise<void> {
  const back = await tx
    .update(threads)
    .set({ archivedAt: null })
    .where(and(eq(threads.id, threadId), eq(threads.archivedAt, acceptedAt)))
    .returning({ id: threads.id });
  if (back.length === 0) return;
  await record(tx, by, "thread.unarchived", { threadId, data: { to: null } });
  await carryTriage(tx, by, "done", [threadId]);
}
