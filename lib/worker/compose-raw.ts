import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes, members, messages } from "@/lib/db/schema";
import { looksLikeHtml, paragraphsOf } from "@/lib/domain/plain-text";
import { isMessageId, referencesFor } from "@/lib/domain/references";
import { composeReply, type ComposeInput } from "@/lib/mail/mime/compose";
import { htmlToText } from "@/lib/mail/mime/html-to-text";
import type { Envelope } from "@/lib/mail/transport";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { loadReplyFiles } from "./reply-files";

type Mailbox = typeof mailboxes.$inferSelect;
type Parent = typeof messages.$inferSelect;

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
  const raw = await composeReply({
    from: { name: mailbox.displayName, address: mailbox.address },
    to: reply.to,
    cc: reply.cc,
    bcc: reply.bcc,
    subject: reply.subject,
    messageId: reply.messageId,
    inReplyTo: isMessageId(parent.messageId) ? parent.messageId : "",
    references: referencesFor(parent),
    date,
    bodyHtml: reply.bodyHtml,
    signatureHtml: reply.addSignature && mailbox.signatureHtml ? mailbox.signatureHtml : null,
    quote: quoteOf(reply, parent),
    timeZone,
    attachments: await loadReplyFiles(db, reply.id),
  });
  return { raw, envelope: { from: mailbox.address, to: recipientsOf(reply) } };
}

/** What is quoted: the words the caller gave, else the stored message. */
function quoteOf({ replyEmailBody, replyEmailTime }: ReplyRow, parent: Parent): ComposeInput["quote"] {
  const given = new Date(replyEmailTime ?? Number.NaN);
  const sentAt = Number.isNaN(given.getTime()) ? parent.sentAt : given;
  const author = { name: parent.fromName, address: parent.fromAddress };
  if (replyEmailBody) {
    const html = looksLikeHtml(replyEmailBody) ? replyEmailBody : paragraphsOf(replyEmailBody);
    return { author, sentAt, html, text: htmlToText(html) };
  }
  if (!parent.html && !parent.text) return null;
  return { author, sentAt, html: parent.html || paragraphsOf(parent.text), text: parent.text };
}

function recipientsOf({ to, cc, bcc }: ReplyRow): string[] {
  const byKey = new Map([...to, ...cc, ...bcc].map(({ address }) => [address.toLowerCase(), address]));
  return [...byKey.values()];
}
