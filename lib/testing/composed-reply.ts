import { type ComposeInput, composeReply } from "@/lib/mail/mime/compose";
import { parseMessage } from "@/lib/mail/mime/parse";

/** What a short reply to Ana is composed from. */
export const composeInput = (changes: Partial<ComposeInput> = {}): ComposeInput => ({
  from: { name: "Sam Own", address: "sam@own.test" },
  to: [{ name: "Ana Lund", address: "ana@lead.test" }],
  cc: [],
  bcc: [],
  subject: "Re: Pricing",
  messageId: "reply-1@own.test",
  inReplyTo: "answer-1@lead.test",
  references: ["first-1@own.test", "answer-1@lead.test"],
  date: new Date("2026-11-17T15:30:00Z"),
  bodyHtml: "<p>Hello Ana</p>",
  signatureHtml: null,
  quote: null,
  timeZone: "Europe/Berlin",
  attachments: [],
  ...changes,
});

/** A reply as it travels, and as the other side reads it. */
export const composed = async (changes: Partial<ComposeInput> = {}) => {
  const raw = await composeReply(composeInput(changes));
  return { raw: raw.toString("latin1"), message: await parseMessage(raw) };
};
