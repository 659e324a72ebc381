import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import { equalSecrets } from "@/lib/core/secrets";
import { isRecord, readJson } from "./read-json";
import { Addresses, Anything, Line, MessageId, OptionalId, OptionalInstant, Text } from "./schemas";
import type { RemoteMessage } from "./smartlead-api";

export type WebhookProofs = {
  /** The body as it came, byte for byte. */
  body: Buffer;
  /** The secret in the address that was called. */
  urlSecret: string | null;
  /** `X-Smartlead-Signature`. */
  signature: string | null;
};
export type WebhookSecrets = { webhookSecret: string; signingSecret: string | null };

/**
 * Whether a delivery comes from whoever knows one of our secrets: in the address, as an HMAC-SHA256 of the body, or as
 * `secret_key` in it. One is enough, since which of them Smartlead really gives differs; a signature that we could check and that
 * is wrong, or a wrong secret in the address, refuses whatever else is right.
 */
export function isGenuineWebhook({ body, urlSecret, signature }: WebhookProofs, secrets: WebhookSecrets): boolean {
  const { webhookSecret, signingSecret } = secrets;
  const proofs: boolean[] = [];
  if (urlSecret !== null) proofs.push(equalSecrets(urlSecret, webhookSecret));
  if (signature !== null && signingSecret !== null) proofs.push(isSigned(body, signature, signingSecret));
  if (proofs.includes(false)) return false;
  // Another `secret_key` may be one that Smartlead made up and never told us: it proves nothing, and refutes nothing.
  const parsed = readJson(body.toString("utf8"));
  const told = isRecord(parsed) && typeof parsed.secret_key === "string" ? parsed.secret_key : null;
  if (told !== null)
    proofs.push(equalSecrets(told, webhookSecret) || (signingSecret !== null && equalSecrets(told, signingSecret)));
  return proofs.includes(true);
}

function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const given = signature.trim().replace(/^sha256=/i, "");
  return equalSecrets(given.toLowerCase(), createHmac("sha256", secret).update(body).digest("hex"));
}

export type WebhookEvent = {
  /** In capitals, such as EMAIL_REPLY; unknown ones are events too. */
  type: string;
  /** Equal for repeated deliveries of one event. */
  dedupeKey: string;
  campaignId: string | null;
  leadMapId: string | null;
  leadId: string | null;
  leadEmail: string;
  /** Our mailbox: `from_email`, whatever the message's own headers say. */
  mailboxAddress: string;
  statsId: string | null;
  at: Date | null;
  /** What was answered and the answer, as far as they came along: a hint, the history is the truth. */
  sent: RemoteMessage | null;
  reply: RemoteMessage | null;
  /** The body as it came, without `secret_key`. */
  raw: Record<string, unknown>;
};

const ANSWER_EVENTS = new Set([
  "EMAIL_REPLY",
  "LEAD_CATEGORY_UPDATED",
  "LEAD_UNSUBSCRIBED",
  "EMAIL_BOUNCE",
  "UNTRACKED_REPLIES",
]);

/** Whether an event tells what a lead did or was found to want; steps that were sent, opens and clicks do not. */
export const isAnswerEvent = (type: string): boolean => ANSWER_EVENTS.has(type);

/** Reads a delivery's body. @returns null where it is no JSON object or names no event */
export function parseWebhook(body: string, requestId: string | null): WebhookEvent | null {
  const json = readJson(body);
  const read = Body.safeParse(json);
  if (!read.success || !isRecord(json)) return null;
  const event = read.data;
  const { secret_key: _secret, ...raw } = json;
  return {
    type: event.event_type,
    dedupeKey: dedupeKey(event, requestId, body),
    campaignId: event.campaign_id,
    leadMapId: event.sl_email_lead_map_id,
    leadId: event.sl_email_lead_id,
    leadEmail: event.sl_lead_email,
    mailboxAddress: event.from_email,
    statsId: event.stats_id,
    at: event.event_timestamp,
    sent: messageOf(event, "SENT", event.sent_message),
    reply: messageOf(event, "REPLY", event.reply_message),
    raw,
  };
}

const Message = z.looseObject({ message_id: MessageId, html: Text, text: Text, time: OptionalInstant });
/** Some events say null, an empty text or a mere sentence where others have a message. */
const OptionalMessage = Anything.transform((value) => {
  const read = Message.safeParse(value);
  return read.success ? read.data : null;
});

const Body = z.looseObject({
  event_type: z.string().trim().toUpperCase().min(1).max(100),
  campaign_id: OptionalId,
  stats_id: OptionalId,
  sl_email_lead_id: OptionalId,
  sl_email_lead_map_id: OptionalId,
  sl_lead_email: Line,
  from_email: Line,
  to_email: Line,
  cc_emails: Addresses,
  subject: Line,
  event_timestamp: OptionalInstant,
  message_id: MessageId,
  sent_message: OptionalMessage,
  reply_message: OptionalMessage,
  leadCorrespondence: z.looseObject({ replyReceivedFrom: Line }).optional().catch(undefined),
});
type Event = z.infer<typeof Body>;

/** A message without any time is none: nobody could say where in its thread it stands. */
function messageOf(event: Event, type: RemoteMessage["type"], message: Event["sent_message"]): RemoteMessage | null {
  const time = message?.time ?? event.event_timestamp;
  if (!message || !time) return null;
  const mailbox = event.from_email;
  const writer = event.to_email || event.leadCorrespondence?.replyReceivedFrom || event.sl_lead_email;
  const isOurs = type === "SENT";
  return {
    type,
    statsId: event.stats_id ?? "",
    messageId: message.message_id,
    from: isOurs ? mailbox : writer,
    to: isOurs ? event.sl_lead_email || writer : mailbox,
    cc: isOurs ? [] : event.cc_emails,
    bcc: [],
    time,
    subject: event.subject,
    html: message.html || asHtml(message.text),
    step: null,
    attachments: [],
    raw: message,
  };
}

/**
 * `X-Request-Id`, else what the event is about: a message that came or was sent, by its id. Whatever else happens may happen to one
 * message again, and is known by its time and its body.
 */
function dedupeKey(event: Event, requestId: string | null, body: string): string {
  if (requestId !== null && /^[\x21-\x7e]{1,200}$/.test(requestId)) return `id:${requestId}`;
  const isMessage = /REPL|SENT/.test(event.event_type);
  const messageId = event.reply_message?.message_id ?? event.message_id ?? event.sent_message?.message_id;
  const about = event.stats_id ?? event.sl_email_lead_map_id ?? event.campaign_id;
  const parts =
    isMessage && about && messageId
      ? [event.event_type, about, messageId]
      : [event.event_type, event.event_timestamp?.toISOString() ?? null, body];
  return `hash:${createHash("sha256").update(JSON.stringify(parts)).digest("base64url")}`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const asHtml = (text: string): string =>
  text === "" ? "" : `<p>${text.replace(/[&<>"]/g, (character) => ESCAPES[character]!).replace(/\r?\n/g, "<br>")}</p>`;
