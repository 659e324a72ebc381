import { isPending } from "@/lib/domain/reply-state";
import { may, type Context } from "@/lib/services/context";
import { announceReply, lockOwnReply, tooLate } from "@/lib/services/replies/reply-row";
import { writeAnew } from "@/lib/services/replies/write-anew";
import { judgeAnew } from "@/lib/services/reviews/judge-anew";
import type { RewriteReplyInput } from "./schemas";

/**
 * Other words for a reply that still waits, in its place: its time, condition, recipients and files stay. The text is written as in
 * the composer (`getReplyText` gives it so): variables are filled in now, as its author's, and pictures are own uploads. Whose replies
 * are looked at before they leave cannot get round it by writing them anew.
 * @returns the text as it will leave
 * @throws AppError `conflict` with what the reply has become, `invalid` that names each variable without a value
 */
export async function rewriteReply({ actor, db, now }: Context, { replyId, bodyHtml: written }: RewriteReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isPending(reply.status)) throw tooLate(reply.status);
    const bodyHtml = await writeAnew(tx, actor, reply, written);
    await judgeAnew({ actor, db: tx, now }, replyId, { isWrittenAnew: true });
    await announceReply(tx, reply, "reply.rewritten", { by: actor });
    return { replyId, bodyHtml };
  });
}
