import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { together } from "@/lib/db/together";
import { members, replies, replyAttachments, threads } from "@/lib/db/schema";
import { withEscapedBraces } from "@/lib/domain/fill-variables";
import { parseInstant } from "@/lib/domain/instant";
import { replyTiming, timingAtOnce, type ReplyTiming } from "@/lib/domain/reply-timing";
import { fileBytesWithin } from "@/lib/domain/size-limit";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { htmlToText } from "@/lib/mail/mime/html-to-text";
import { notifyChange } from "@/lib/realtime/notify";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";
import { ownByReply } from "../assignment/own-by-reply";
import { takeDraft } from "../drafts/take-draft";
import { recordTemplateUses } from "../templates/record-template-uses";
import { causesToWait, type HandedIn } from "@/lib/services/reviews/causes-to-wait";
import { waitForReview } from "@/lib/services/reviews/wait-for-review";
import { refreshThread } from "../threads/refresh-thread";
import type { AcceptedReply, ComposerExtras, SendEmailThreadInput } from "./schemas";
import { findBeside } from "./find-beside";
import { quotedPictures } from "./quoted-pictures";
import { replyFiles, type NewAttachment } from "./send-email-thread-attachments";
import { forwardTarget, requireForward } from "./send-email-thread-forward";
import { leadOfTarget, requireWritable } from "./send-email-thread-lead";
import { newMessageId } from "./new-message-id";
import { replyBody } from "./reply-body";
import { requireUnblocked } from "./require-unblocked";
import { recipientsOf, type Recipients } from "./send-email-thread-recipients";
import { contactOfTarget, replyTarget, type ReplyTarget } from "./send-email-thread-target";
import { filledBody } from "./send-email-thread-variables";
import { wayOfThread, type WayOfThread } from "./send-email-thread-way";
import { writtenReply } from "./written-reply";

type ReplyRow = typeof replies.$inferSelect;
/** Runs in the reply's own transaction, so that what it writes exists if and only if the reply does. */
type Settle = (tx: Database, accepted: AcceptedReply, reply: ReplyRow) => Promise<void>;

/**
 * Accepts an answer to a lead's thread: an outbox row and a job, nothing else; the worker speaks to the mail server.
 * The composer's draft id becomes the reply's id, so that a second press or tab is answered with the first one's reply.
 * Variables in the body are filled in now; what is quoted stays as it is.
 * @throws AppError `not_found` (campaign, stats_id), `invalid` with the fields (`unresolved_variable` among them), `unprocessable` (lead_…, blocked, not_at_smartlead),
 * `conflict` (draft_changed, draft_handed, …)
 */
export async function sendEmailThread(
  ctx: Context,
  input: SendEmailThreadInput,
  composer?: ComposerExtras,
  settle: Settle = async () => undefined,
): Promise<AcceptedReply> {
  const { actor, db } = ctx;
  may(actor, "reply.send");
  const isForward = composer?.kind === "forward";
  if (isForward) requireForward(input);
  // Asked at once. What has been accepted already is answered, whatever is wrong with it by now.
  const [former, ...found] = await Promise.allSettled([
    composer && findFormer(db, actor, composer.draftId),
    timingOf(ctx, input, composer),
    replyTarget(ctx, input),
  ]);
  const known = valueOf(former);
  if (known) return again(known, input);
  const [timing, target] = [valueOf(found[0]), valueOf(found[1])];
  const recipients = recipientsOf(input, contactOfTarget(target));
  const files = await replyFiles(ctx, input.attachments ?? [], replyBody(input.emailBody), {
    maximum: fileBytesWithin(target.mailbox.sizeLimit),
    beside: await quotedBytes(db, target, composer),
  });

  return db.transaction(async (tx) => {
    // Two answers to one thread at once are looked at one after the other.
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, target.thread.id)).for("no key update");
    await requireUnblocked(tx, actor, recipients);
    const { lead, thread } = isForward
      ? forwardTarget(target, recipients)
      : await claimedTarget(tx, ctx, input, target);
    const way = await wayOfThread(tx, thread, target);
    if (lead) await requireWritable(tx, { lead, thread }, composer);
    const bodyHtml = filledBody(actor, files.bodyHtml, lead ?? target.lead, target);
    const written = replyRow(ctx, { input, composer, timing, target, recipients, bodyHtml, way });
    const handed = handedIn(ctx, { row: written, files: files.attachments, composer });
    const [, causes, beside] = await together(
      composer && takeDraft(tx, actor, { ...composer, threadId: thread.id }),
      causesToWait(tx, handed, composer?.review),
      findBeside(tx, written),
    );
    const row = { ...written, ...waitOf({ isToBeApproved: causes.length > 0, isBeside: beside !== null }) };
    const [reply] = await tx.insert(replies).values(row).onConflictDoNothing({ target: replies.id }).returning();
    if (!reply) return again(await requireFormer(tx, actor, row.id), input);
    const { id: replyId, acceptedAt: at } = reply;
    await together(
      queue(tx, actor, reply, files.attachments),
      composer && !isForward && ownByReply(tx, actor, { threadId: thread.id, replyId, at }),
    );
    if (causes.length > 0)
      await waitForReview(tx, actor, reply, { causes, wish: composer?.review, isHandedIn: true, at: ctx.now() });
    await recordTemplateUses(tx, actor, { reply, templateIds: composer?.templateIds ?? [], at: reply.acceptedAt });
    const answer = accepted(reply);
    await settle(tx, answer, reply);
    return answer;
  });
}

/** @throws what it was refused with */
function valueOf<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
}

/** What the pictures of a forwarded message weigh, which go along without being listed. */
async function quotedBytes(db: Database, { parent }: ReplyTarget, composer?: ComposerExtras): Promise<number> {
  if (composer?.kind !== "forward" || composer.isPlain) return 0;
  const pictures = await quotedPictures(db, parent);
  return pictures.reduce((sum, { size }) => sum + size, 0);
}

async function timingOf({ actor, db, now }: Context, input: SendEmailThreadInput, composer?: ComposerExtras) {
  const scheduled = input.scheduledTime === undefined ? null : parseInstant(input.scheduledTime);
  const problem = (reason: string) => new AppError("invalid", { fields: [{ path: "scheduledTime", reason }] });
  if (typeof scheduled === "string") throw problem(scheduled);
  const holdSeconds = composer ? await undoSeconds(db, actor) : 0;
  const timing = replyTiming(scheduled, now(), holdSeconds);
  if (timing === "in_the_past") throw problem(timing);
  return { ...timing, holdSeconds };
}

async function undoSeconds(db: Database, actor: Actor): Promise<number> {
  const [member] = await db
    .select({ seconds: members.undoSeconds })
    .from(members)
    .where(eq(members.id, actor.memberId));
  return member?.seconds ?? 0;
}

/** The target as it is now that its thread is locked, with its lead: somebody may have answered a stranger meanwhile. */
async function claimedTarget(tx: Database, { actor }: Context, input: SendEmailThreadInput, seen: ReplyTarget) {
  const target = seen.lead ? seen : await replyTarget({ actor, db: tx }, input);
  return { thread: target.thread, lead: await leadOfTarget(tx, target) };
}

type Parts = {
  input: SendEmailThreadInput;
  composer: ComposerExtras | undefined;
  timing: ReplyTiming & { holdSeconds: number };
  target: ReplyTarget;
  recipients: Recipients;
  bodyHtml: string;
  way: WayOfThread;
};

function replyRow({ actor, now }: Context, parts: Parts) {
  const { input, composer, target, way } = parts;
  const { thread, mailbox, parent } = target;
  const { holdSeconds, ...planned } = parts.timing;
  const timing = way.handsOver ? timingAtOnce(planned, now(), holdSeconds) : planned;
  return {
    id: composer?.draftId ?? newId(),
    workspaceId: actor.workspaceId,
    threadId: thread.id,
    mailboxId: mailbox.id,
    parentId: parent.id,
    authorId: actor.memberId,
    apiKeyId: actor.apiKeyId ?? null,
    origin: composer ? "composer" : "api",
    ...timing,
    heldReason: way.smartleadLeadId === null && mailbox.state === "disabled" ? "mailbox_disconnected" : way.heldReason,
    smartleadLeadId: way.smartleadLeadId,
    ...writtenReply(parts),
    scheduleCondition: input.scheduleCondition ?? "always",
    seqType: input.seqType ?? null,
    scheduledZone: timing.scheduledAt ? (composer?.scheduledZone ?? null) : null,
    ...newMessageId(mailbox.address),
    ...begun(composer, now()),
    seenBesideAt: null,
    calendarPart: null,
  } satisfies typeof replies.$inferInsert;
}

type Handed = { row: ReturnType<typeof replyRow>; files: NewAttachment[]; composer: ComposerExtras | undefined };

/** What rules for approval are asked about: the follow-ups that come along are looked at with it. */
const handedIn = ({ now }: Context, { row, files, composer }: Handed): HandedIn => ({
  ...row,
  fileNames: files.filter(({ contentId }) => !contentId).map(({ fileName }) => fileName),
  followUps: composer?.followUps?.steps.map(({ bodyHtml }) => bodyHtml) ?? [],
  now: now(),
});
/** What keeps a reply from leaving from the start: a reviewer's word, or a teammate's reply that its author has not seen. */
function waitOf({ isToBeApproved, isBeside }: { isToBeApproved: boolean; isBeside: boolean }) {
  if (isToBeApproved) return { status: "awaiting_approval" as const };
  return isBeside ? { heldReason: "teammate" as const } : {};
}

/** A browser's clock that is ahead makes nobody know of what is to come. */
function begun(composer: ComposerExtras | undefined, acceptedAt: Date) {
  const said = composer?.begunAt === undefined ? null : new Date(composer.begunAt);
  return { acceptedAt, begunAt: said && said < acceptedAt ? said : null };
}

async function queue(tx: Database, actor: Actor, reply: ReplyRow, files: NewAttachment[]): Promise<void> {
  const { id: replyId, workspaceId, threadId, status, dueAt } = reply;
  await together(
    files.length > 0 && tx.insert(replyAttachments).values(files.map((file) => ({ ...file, replyId }))),
    status !== "awaiting_approval" &&
      enqueue(tx, JOBS.sendReply, { replyId }, status === "queued" ? {} : { after: dueAt }),
    record(tx, actor, "reply.accepted", { threadId, subjectId: replyId, data: { status, origin: reply.origin } }),
    refreshThread(tx, threadId),
    notifyChange(tx, { workspaceId, kind: "thread", threadId }),
  );
}

async function findFormer(db: Database, actor: Actor, id: string): Promise<ReplyRow | undefined> {
  const { workspaceId, memberId } = actor;
  const isOwn = and(
    eq(replies.workspaceId, workspaceId),
    eq(replies.authorId, memberId),
    isOfSeenThread(actor, replies.threadId),
  );
  const [reply] = await db
    .select()
    .from(replies)
    .where(and(eq(replies.id, id), isOwn));
  return reply;
}

async function requireFormer(tx: Database, actor: Actor, id: string): Promise<ReplyRow> {
  const reply = await findFormer(tx, actor, id);
  if (!reply) throw new AppError("conflict", { reason: "draft_id_taken" });
  return reply;
}

const accepted = ({ id, messageId, status, scheduledAt, heldReason }: ReplyRow): AcceptedReply => ({
  replyId: id,
  messageId: `<${messageId}>`,
  status,
  scheduledTime: scheduledAt?.toISOString() ?? null,
  ...(heldReason === "teammate" ? { isHeldBeside: true } : {}),
});

function again(former: ReplyRow, { emailBody }: SendEmailThreadInput): AcceptedReply {
  // Its variables were filled when it was accepted: what braces are left were meant as braces.
  const words = htmlToText(withEscapedBraces(former.bodyHtml));
  const isSame = htmlToText(replyBody(emailBody)) === words;
  return { ...accepted(former), isRepeat: true, ...(isSame ? {} : { hasOtherWords: true }) };
}
