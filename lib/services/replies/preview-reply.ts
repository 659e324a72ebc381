import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { addressKey, domainOf } from "@/lib/domain/address";
import { fillVariables } from "@/lib/domain/fill-variables";
import type { Party } from "@/lib/domain/party";
import { composeReply, type ComposeAttachment } from "@/lib/mail/mime/compose";
import { parseMessage } from "@/lib/mail/mime/parse";
import { sanitiseHtml } from "@/lib/mail/mime/sanitise";
import { readFile } from "@/lib/storage/storage";
import { may, type Actor, type Context } from "../context";
import { variableSource } from "../templates/variable-source";
import { replyBody } from "./reply-body";
import { replyMessage } from "./reply-message";
import type { PreviewedReply, SendFromComposerInput } from "./schemas";
import { replyFiles, type NewAttachment } from "./send-email-thread-attachments";
import { recipientsOf } from "./send-email-thread-recipients";
import { contactOfTarget, replyTarget, type ReplyTarget } from "./send-email-thread-target";
import { writtenReply } from "./written-reply";

type Looked = PreviewedReply & {
  /** Fit for a frame, like the HTML of a message that came in. */
  html: string;
  pictures: { contentId: string; contentType: string; url: string }[];
};

/**
 * A reply as its reader gets it: composed as the worker composes it, then read as a mail program reads it. Nothing is stored and
 * nothing leaves. Files that only hang below it are named, not read.
 * @throws AppError as `sendEmailThread` does for what cannot be composed
 */
export async function previewReply(ctx: Context, { contract, composer }: SendFromComposerInput): Promise<Looked> {
  const { actor, db, now } = ctx;
  may(actor, "reply.send");
  const target = await replyTarget(ctx, contract);
  const recipients = recipientsOf(contract, contactOfTarget(target));
  const files = await replyFiles(ctx, contract.attachments ?? [], replyBody(contract.emailBody));
  const [member] = await db.select({ timeZone: members.timeZone }).from(members).where(eq(members.id, actor.memberId));
  const bodyHtml = asFilled(actor, files.bodyHtml, target);
  const written = writtenReply({ input: contract, composer, target, recipients, bodyHtml });
  const date = contract.scheduledTime === undefined ? now() : new Date(contract.scheduledTime);
  const messageId = `preview@${domainOf(addressKey(target.mailbox.address))}`;
  const raw = await composeReply(
    replyMessage(
      { ...written, messageId },
      {
        mailbox: target.mailbox,
        parent: target.parent,
        timeZone: member?.timeZone ?? "UTC",
        date,
        attachments: await Promise.all(files.attachments.map(contentOf)),
      },
    ),
  );
  return {
    ...(await asRead(raw)),
    bcc: recipients.bcc,
    time: date.toISOString(),
    isScheduled: contract.scheduledTime !== undefined,
    isPlain: written.isPlain,
    files: files.attachments
      .filter(({ contentId }) => !contentId)
      .map(({ fileName, size }) => ({ fileName, size: size ?? null })),
  };
}

/** With what its variables say for this lead; what has no value yet stands as it was written. */
function asFilled(actor: Actor, bodyHtml: string, { lead, campaign, mailbox }: ReplyTarget): string {
  return lead ? fillVariables(bodyHtml, variableSource({ lead, campaign, mailbox, author: actor })).html : bodyHtml;
}

async function asRead(raw: Buffer) {
  const { from, to, cc, subject, text, html, attachments } = await parseMessage(raw);
  const shown = sanitiseHtml(html);
  return {
    from: from ?? nobody,
    to,
    cc,
    subject,
    text,
    html: shown.html,
    remoteImages: shown.remoteImages + shown.trackers,
    pictures: attachments.flatMap(({ contentId, contentType, content }) =>
      contentId === null
        ? []
        : [{ contentId, contentType, url: `data:${contentType};base64,${Buffer.from(content).toString("base64")}` }],
    ),
  };
}

const nobody: Party = { name: "", address: "" };

/** Pictures in the text are looked at; the bytes of all other files change nothing of what is seen. */
async function contentOf({ fileName, contentType, contentId, storageKey }: NewAttachment): Promise<ComposeAttachment> {
  return {
    fileName,
    contentType: contentType ?? "application/octet-stream",
    content: contentId && storageKey ? await readFile(storageKey) : Buffer.alloc(0),
    ...(contentId ? { contentId } : {}),
  };
}
