import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { followReply } from "../follow-ups/follow-reply";
import { draftOfReply } from "../drafts/draft-of-reply";
import { putDraft } from "../drafts/put-draft";
import type { ReopenReplyInput } from "./outbox-schemas";
import { takeBackAfterSend } from "./after-send";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/**
 * Makes a new draft, with a new id, of a failed or cancelled reply, whole. The old row is settled as cancelled,
 * so that the same words cannot also leave by a retry.
 * @throws AppError `conflict`: `draft_exists`, `invitation_answer`, or what the reply has become
 */
export async function reopenReply({ actor, db, now }: Context, { replyId, replaceDraft = false }: ReopenReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (reply.status !== "failed" && reply.status !== "cancelled") throw tooLate(reply.status);
    // A draft has no calendar part: an invitation is answered anew above its message.
    if (reply.calendarPart !== null) throw new AppError("conflict", { reason: "invitation_answer" });
    const content = await draftOfReply(tx, actor, reply);
    const { threadId } = reply;
    const draftId = await putDraft(tx, actor, { threadId, content, savedAt: now(), replace: replaceDraft });
    await tx.update(replies).set({ status: "cancelled", reason: "reopened" }).where(eq(replies.id, replyId));
    await takeBackAfterSend(tx, actor, reply, now());
    await announceReply(tx, reply, "reply.reopened", { by: actor, data: { draftId } });
    await followReply(tx, reply, { leftAt: null, at: now() });
    return { draftId, threadId };
  });
}
