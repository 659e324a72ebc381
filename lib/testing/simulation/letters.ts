import { randomUUID } from "node:crypto";
import { rawMail } from "@/lib/testing/raw-mail";

export type Answered = { messageId: string; to: string; lead: { name: string; email: string } };
type Written = { answered: Answered; date: Date };

/** An answer as a person writes one. A colleague answers for the lead; in a new thread nothing names what is answered. */
export function answer({ answered, date }: Written, from: "lead" | "colleague" | "lead_in_a_new_thread"): Buffer {
  const { messageId, to, lead } = answered;
  const [local, domain] = lead.email.split("@");
  const writer = from === "colleague" ? `Col League <colleague-of-${local}@${domain}>` : `${lead.name} <${lead.email}>`;
  const isNew = from === "lead_in_a_new_thread";
  return rawMail({
    from: writer,
    to,
    date,
    messageId: freshId(lead),
    subject: isNew ? "Something else" : "Re: A question about Acme",
    ...(isNew ? {} : { inReplyTo: messageId, references: [messageId] }),
    body: "Thank you, let me look at this and come back to you.",
  });
}

/** An automatic answer that names the day of the return (ISO 8601). */
export const awayNote = ({ answered, date }: Written, returnDate: string): Buffer =>
  rawMail({
    from: `${answered.lead.name} <${answered.lead.email}>`,
    to: answered.to,
    date,
    messageId: freshId(answered.lead),
    subject: "Automatic reply: A question about Acme",
    inReplyTo: answered.messageId,
    references: [answered.messageId],
    headers: ["Auto-Submitted: auto-replied"],
    body: `I am out of the office and will be back on ${returnDate}.`,
  });

/** An order not to be written to that can mean nothing else. */
export const unsubscription = ({ answered, date }: Written): Buffer =>
  rawMail({
    from: `${answered.lead.name} <${answered.lead.email}>`,
    to: answered.to,
    date,
    messageId: freshId(answered.lead),
    subject: "Re: A question about Acme",
    inReplyTo: answered.messageId,
    references: [answered.messageId],
    body: "Please remove me from your list.",
  });

/** A delivery report (RFC 3464) that says the address does not exist. */
export const bounce = ({ answered, date }: Written): Buffer =>
  rawMail({
    from: "MAILER-DAEMON@mx.lead.test",
    to: answered.to,
    date,
    messageId: freshId(answered.lead),
    subject: "Undelivered Mail Returned to Sender",
    headers: [
      "Auto-Submitted: auto-replied",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    ],
    body: [
      "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n",
      "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.lead.test\r\n",
      `Final-Recipient: rfc822; ${answered.lead.email}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${answered.messageId}>\r\n`,
      "--b--",
    ].join("\r\n"),
  });

const freshId = ({ email }: Answered["lead"]): string => `${randomUUID()}.${email}`;
