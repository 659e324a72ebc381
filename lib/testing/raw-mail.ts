type Mail = {
  from: string;
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  messageId?: string | null;
  inReplyTo?: string;
  references?: string[];
  date?: Date | string | null;
  headers?: string[];
  body?: string;
};

let counter = 0;

/** A raw message (RFC 5322) as a test needs it. Message-IDs are given without angle brackets; `null` leaves a header out. */
export function rawMail(mail: Mail): Buffer {
  const bracketed = (id: string) => `<${id}>`;
  const messageId = mail.messageId === undefined ? `m${++counter}.${process.pid}@lead.test` : mail.messageId;
  const date = mail.date === undefined ? new Date(Date.now() - 60_000) : mail.date;
  const lines = [
    `From: ${mail.from}`,
    ...(mail.to ? [`To: ${mail.to}`] : []),
    ...(mail.cc ? [`Cc: ${mail.cc}`] : []),
    ...(mail.bcc ? [`Bcc: ${mail.bcc}`] : []),
    `Subject: ${mail.subject ?? "A question about Acme"}`,
    ...(date === null ? [] : [`Date: ${typeof date === "string" ? date : date.toUTCString().replace("GMT", "+0000")}`]),
    ...(messageId === null ? [] : [`Message-ID: ${bracketed(messageId)}`]),
    ...(mail.inReplyTo ? [`In-Reply-To: ${bracketed(mail.inReplyTo)}`] : []),
    ...(mail.references ? [`References: ${mail.references.map(bracketed).join(" ")}`] : []),
    ...(mail.headers ?? []),
  ];
  if (!lines.some((line) => /^content-type:/i.test(line))) lines.push("Content-Type: text/plain; charset=utf-8");
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${mail.body ?? "Thanks, tell me more."}\r\n`);
}
