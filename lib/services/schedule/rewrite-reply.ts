import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, replyAttachments } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { fileBytesWithin } from "@/lib/domain/size-limit";
import { may, type Context } from "@/lib/services/context";
import { replyBody } from "@/lib/services/replies/reply-body";
import { announceReply, lockOwnReply, tooLate, type ReplyRow } from "@/lib/services/replies/reply-row";
import { replyFiles, type NewAttachment } from "@/lib/services/replies/send-email-thread-attachments";
import { filledBody } from "@/lib/services/replies/send-email-thread-variables";
import { placeOfReply } from "./place-of-reply";
import type { RewriteReplyInput } from "./schemas";

/**
 * Other words for a reply that still waits, in its place: its time, condition, recipients and files stay. The text is written as in
 * the composer (`getReplyText` gives it so): variables are filled in now, as its author's, and pictures are own uploads.
 * @returns the text as it will leave
 * @throws AppError `conflict` with what the reply has become, `invalid` that names each variable without a value
 */
export async function rewriteReply({ actor, db }: Context, { replyId, bodyHtml: written }: RewriteReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isPending(reply.status)) throw tooLate(reply.status);
    const place = await placeOfReply(tx, reply);
    const former = await tx
      .select()
      .from(replyAttachments)
      .where(eq(replyAttachments.replyId, replyId))
      .orderBy(asc(replyAttachments.position));
    const beside = former.filter(({ contentId }) => contentId === null).reduce((sum, { size }) => sum + (size ?? 0), 0);
    const files = await replyFiles({ actor, db: tx }, [], replyBody(written), {
      maximum: fileBytesWithin(place.mailbox.sizeLimit),
      beside,
    });
    const bodyHtml = filledBody({ ...actor, ...place.author }, files.bodyHtml, place.lead, place);
    await tx.update(replies).set({ bodyHtml }).where(eq(replies.id, replyId));
    await keepPictures(tx, reply, { former, bodyHtml, pictures: files.attachments });
    await announceReply(tx, reply, "reply.rewritten", { by: actor });
    return { replyId, bodyHtml };
  });
}

type Pictures = { former: (typeof replyAttachments.$inferSelect)[]; bodyHtml: string; pictures: NewAttachment[] };

/** Pictures that the text shows no longer go; those that it shows now come behind the files. */
async function keepPictures(tx: Database, { id: replyId }: ReplyRow, { former, bodyHtml, pictures }: Pictures) {
  const gone = former.filter(({ contentId }) => contentId !== null && !bodyHtml.includes(`cid:${contentId}`));
  if (gone.length > 0)
    await tx.delete(replyAttachments).where(
      and(
        eq(replyAttachments.replyId, replyId),
        inArray(
          replyAttachments.id,
          gone.map(({ id }) => id),
        ),
      ),
    );
  const fresh = pictures.filter(({ contentId }) => !former.some((file) => file.contentId === contentId));
  const last = Math.max(-1, ...former.map(({ position }) => position));
  if (fresh.length > 0)
    await tx
      .insert(replyAttachments)
      .values(fresh.map((file, index) => ({ ...file, replyId, position: last + 1 + index })));
}
