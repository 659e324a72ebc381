import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages, replyAttachments, smartleadMessages } from "@/lib/db/schema";
import { withPictureAddresses } from "@/lib/domain/inline-uploads";
import { paragraphsOf } from "@/lib/domain/plain-text";
import { isMessageId } from "@/lib/domain/references";
import { splitName } from "@/lib/domain/split-name";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { fileAddress } from "@/lib/services/uploads/file-address";
import type { RemoteReply } from "@/lib/smartlead/smartlead-api";

type Message = typeof messages.$inferSelect;
type Attachment = typeof replyAttachments.$inferSelect;

/**
 * A reply as Smartlead takes it. Recipients are always named: its default is the address as it was imported, and it carries no copy
 * over. It takes one recipient, so that further ones of To go first in Cc.
 * @param campaignId at Smartlead
 * @param isHandedOver its time goes with it, else it is sent at once
 */
export async function remoteReply(
  db: Database,
  reply: ReplyRow,
  { campaignId, at, isHandedOver }: { campaignId: string; at: Date; isHandedOver: boolean },
): Promise<RemoteReply> {
  const [parent] = await db.select().from(messages).where(eq(messages.id, reply.parentId));
  if (!parent) throw new Error("the message answered to is gone");
  const files = await db
    .select()
    .from(replyAttachments)
    .where(eq(replyAttachments.replyId, reply.id))
    .orderBy(asc(replyAttachments.position));
  // Fetched when it is sent, which may be long after it is handed over.
  const from = isHandedOver && reply.scheduledAt ? reply.scheduledAt : at;
  return {
    campaignId,
    emailStatsId: await knownStatsId(db, parent),
    emailBody: bodyOf(reply, files, from),
    ...recipientsOf(reply),
    ...timesOf(reply, isHandedOver),
    ...quoteOf(reply, parent),
    addSignature: reply.addSignature,
    ...(reply.seqType === null ? {} : { seqType: reply.seqType }),
    attachments: files.filter(({ contentId }) => contentId === null).map((file) => remoteFile(file, from)),
  };
}

/** What IMAP has brought, or came without a stats id, has one of ours; Smartlead knows the thread by those that it told us. */
async function knownStatsId(db: Database, parent: Message): Promise<string> {
  const statsId = sql<string>`${smartleadMessages.raw}->>'stats_id'`;
  const isTold = sql`coalesce(${statsId}, '') <> ''`;
  const [told] = await db
    .select({ statsId })
    .from(smartleadMessages)
    .where(and(eq(smartleadMessages.messageId, parent.id), isTold));
  if (told) return told.statsId;
  const [newest] = await db
    .select({ statsId })
    .from(messages)
    .innerJoin(smartleadMessages, eq(smartleadMessages.messageId, messages.id))
    .where(and(eq(messages.threadId, parent.threadId), isTold))
    .orderBy(desc(messages.sentAt))
    .limit(1);
  return newest?.statsId ?? parent.statsId;
}

function bodyOf({ bodyHtml }: ReplyRow, files: Attachment[], from: Date): string {
  const pictures = new Map(files.flatMap(({ id, contentId }) => (contentId ? [[contentId, id] as const] : [])));
  return withPictureAddresses(bodyHtml, (contentId) => {
    const id = pictures.get(contentId);
    return id && fileAddress(id, from, { isPicture: true });
  });
}

function recipientsOf({ to, cc, bcc }: ReplyRow) {
  const [first, ...others] = to;
  const { firstName, lastName } = splitName(first?.name ?? "");
  return {
    toEmail: first?.address ?? "",
    ...(firstName ? { toFirstName: firstName } : {}),
    ...(lastName ? { toLastName: lastName } : {}),
    cc: [...others, ...cc].map(({ address }) => address),
    bcc: bcc.map(({ address }) => address),
  };
}

/** Which conditions Smartlead knows is published nowhere; "always" is what it does anyway and is left out. */
function timesOf({ scheduledAt, scheduleCondition }: ReplyRow, isHandedOver: boolean) {
  if (!isHandedOver || !scheduledAt) return {};
  return {
    scheduledTime: scheduledAt.toISOString(),
    ...(scheduleCondition === "always" ? {} : { scheduleCondition }),
  };
}

function quoteOf({ replyEmailBody, replyEmailTime }: ReplyRow, { messageId, html, text, sentAt }: Message) {
  const given = new Date(replyEmailTime ?? Number.NaN);
  const quoted = replyEmailBody ?? (html || (text && paragraphsOf(text)));
  return {
    ...(isMessageId(messageId) ? { replyMessageId: `<${messageId}>` } : {}),
    ...(quoted ? { replyEmailBody: quoted } : {}),
    replyEmailTime: (Number.isNaN(given.getTime()) ? sentAt : given).toISOString(),
  };
}

/** An upload is fetched from here; what came as an address is fetched from there. */
function remoteFile({ id, fileUrl, fileName, contentType, size }: Attachment, from: Date) {
  return {
    file_url: fileUrl ?? fileAddress(id, from),
    file_name: fileName,
    ...(contentType ? { file_type: contentType } : {}),
    ...(size === null ? {} : { file_size: size }),
  };
}
