import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes, members, messages } from "@/lib/db/schema";
import { withExactContentIds } from "@/lib/domain/quoted-pictures";
import { composeReply, type ComposeAttachment } from "@/lib/mail/mime/compose";
import type { Envelope } from "@/lib/mail/transport";
import { quotedPictures } from "@/lib/services/replies/quoted-pictures";
import { replyMessage } from "@/lib/services/replies/reply-message";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { readFile } from "@/lib/storage/storage";
import { loadReplyFiles } from "./reply-files";

type Mailbox = typeof mailboxes.$inferSelect;

/**
 * A reply as the raw message that leaves (RFC 5322), and whom it goes to.
 * @param date of the attempt
 * @throws AttachmentFault
 */
export async function composeRaw(
  db: Database,
  reply: ReplyRow,
  mailbox: Mailbox,
  date: Date,
): Promise<{ raw: Buffer; envelope: Envelope }> {
  const [row] = await db
    .select({ parent: messages, timeZone: members.timeZone })
    .from(messages)
    .innerJoin(members, eq(members.id, reply.authorId))
    .where(eq(messages.id, reply.parentId));
  if (!row) throw new Error("the message answered to is gone");
  const { parent, timeZone } = row;
  const attachments = await loadReplyFiles(db, reply.id);
  const pictures = reply.kind === "forward" && !reply.isPlain ? await quotedPictures(db, parent) : [];
  const shown = pictures.length > 0 ? { ...parent, html: withExactContentIds(parent.html, pictures) } : parent;
  const carried = await Promise.all(pictures.map(readPicture));
  const around = { mailbox, parent: shown, timeZone, date, attachments: [...attachments, ...carried] };
  return {
    raw: await composeReply(replyMessage(reply, around)),
    envelope: { from: mailbox.address, to: recipientsOf(reply) },
  };
}

type Picture = Awaited<ReturnType<typeof quotedPictures>>[number];

const readPicture = async ({ fileName, contentType, contentId, storageKey }: Picture): Promise<ComposeAttachment> => ({
  fileName,
  contentType,
  contentId,
  content: await readFile(storageKey),
});

function recipientsOf({ to, cc, bcc }: ReplyRow): string[] {
  const byKey = new Map([...to, ...cc, ...bcc].map(({ address }) => [address.toLowerCase(), address]));
  return [...byKey.values()];
}
