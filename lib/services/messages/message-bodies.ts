import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { attachments, messages } from "@/lib/db/schema";
import type { Party } from "@/lib/domain/party";
import { remotePicturesOf } from "@/lib/domain/remote-pictures";
import { isForReader } from "@/lib/services/access/is-for-reader";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { imageToken } from "@/lib/services/images/image-token";
import { pictureConsents } from "@/lib/services/images/picture-consents";

export type MessageBody = {
  id: string;
  from: Party;
  to: Party[];
  cc: Party[];
  subject: string;
  sentAt: Date;
  text: string;
  visibleText: string;
  /** Sanitised when it was stored; empty for plain text. */
  html: string;
  /** Pictures inside the message: a Content-ID without brackets, and the attachment that it names. */
  pictures: { contentId: string; attachmentId: string; contentType: string }[];
  /** Tokens for pictures on other servers, by their address; none while the actor has not asked for them. */
  remoteTokens: Map<string, string>;
};

/** What is drawn of the actor's messages among those that a condition names, oldest first. */
export async function messageBodies(ctx: Context, which: SQL): Promise<MessageBody[]> {
  const { actor, db } = ctx;
  const rows = await db
    .select(COLUMNS)
    .from(messages)
    .where(
      and(
        which,
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
        isForReader(actor),
      ),
    )
    .orderBy(asc(messages.sentAt), asc(messages.id));
  const pictures = await inlinePictures(ctx, rows);
  const tokens = await remoteTokens(ctx, rows);
  return rows.map(({ fromName, fromAddress, isJunk: _asked, ...row }) => ({
    ...row,
    from: { name: fromName, address: fromAddress },
    pictures: pictures.filter(({ messageId }) => messageId === row.id),
    remoteTokens: tokens.get(row.id) ?? new Map<string, string>(),
  }));
}

const COLUMNS = {
  id: messages.id,
  fromName: messages.fromName,
  fromAddress: messages.fromAddress,
  to: messages.to,
  cc: messages.cc,
  subject: messages.subject,
  sentAt: messages.sentAt,
  text: messages.text,
  visibleText: messages.visibleText,
  html: messages.html,
  isJunk: messages.isJunk,
};

type Row = { id: string; html: string; fromAddress: string; isJunk: boolean };

async function inlinePictures({ db }: Context, rows: Row[]) {
  const named = rows.filter(({ html }) => /cid:/i.test(html)).map(({ id }) => id);
  if (named.length === 0) return [];
  const found = await db
    .select({
      messageId: attachments.messageId,
      contentId: attachments.contentId,
      attachmentId: attachments.id,
      contentType: attachments.contentType,
    })
    .from(attachments)
    .where(inArray(attachments.messageId, named));
  return found.flatMap(({ contentId, ...each }) => (contentId === null ? [] : [{ ...each, contentId }]));
}

/** By message. Only what the actor wants to see has any. */
async function remoteTokens(ctx: Context, rows: Row[]): Promise<Map<string, Map<string, string>>> {
  const withPictures = rows.filter(({ html }) => html.includes("data-remote-src="));
  const consents = await pictureConsents(ctx, withPictures);
  const named = { memberId: ctx.actor.memberId };
  const tokensOf = ({ id, html }: Row) =>
    remotePicturesOf(html).map((url) => [url, imageToken({ ...named, messageId: id, url }, ctx.now())] as const);
  return new Map(withPictures.filter(({ id }) => consents.has(id)).map((row) => [row.id, new Map(tokensOf(row))]));
}
