import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, replyAttachments } from "@/lib/db/schema";
import { fileBytesWithin } from "@/lib/domain/size-limit";
import { placeOfReply } from "@/lib/services/schedule/place-of-reply";
import type { Actor } from "../context";
import { replyBody } from "./reply-body";
import type { ReplyRow } from "./reply-row";
import { replyFiles, type NewAttachment } from "./send-email-thread-attachments";
import { filledBody } from "./send-email-thread-variables";

/**
 * Other words for a reply that the caller holds: variables are filled in now, as its author's, and pictures are the actor's own uploads
 * or parts that the reply has already.
 * @returns the text as it will leave
 * @throws AppError `invalid` that names each variable without a value
 */
export async function writeAnew(tx: Database, actor: Actor, reply: ReplyRow, written: string): Promise<string> {
  const place = await placeOfReply(tx, reply);
  const former = await tx
    .select()
    .from(replyAttachments)
    .where(eq(replyAttachments.replyId, reply.id))
    .orderBy(asc(replyAttachments.position));
  const beside = former.filter(({ contentId }) => contentId === null).reduce((sum, { size }) => sum + (size ?? 0), 0);
  const files = await replyFiles({ actor, db: tx }, [], replyBody(written), {
    maximum: fileBytesWithin(place.mailbox.sizeLimit),
    beside,
  });
  const bodyHtml = filledBody({ ...actor, ...place.author }, files.bodyHtml, place.lead, place);
  await tx.update(replies).set({ bodyHtml }).where(eq(replies.id, reply.id));
  await keepPictures(tx, reply, { former, bodyHtml, pictures: files.attachments });
  return bodyHtml;
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
