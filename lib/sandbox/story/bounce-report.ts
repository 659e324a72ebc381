type Failed = { recipient: string; from: string; subject: string; messageId: string; server: string; boundary: string };

/** The body of a delivery report (RFC 3464) about an address that does not exist, with its content headers. */
export function bounceReport({ recipient, from, subject, messageId, server, boundary }: Failed): string {
  const why = `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown`;
  return [
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=us-ascii",
    "",
    `This is the mail system at ${server}.`,
    "",
    "I'm sorry to have to inform you that your message could not",
    "be delivered to one or more recipients. It's attached below.",
    "",
    `<${recipient}>: host ${server} said: ${why} (in reply to RCPT TO command)`,
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    `Reporting-MTA: dns; ${server}`,
    "",
    `Final-Recipient: rfc822; ${recipient}`,
    "Action: failed",
    "Status: 5.1.1",
    `Remote-MTA: dns; ${server}`,
    `Diagnostic-Code: smtp; ${why}`,
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    `From: <${from}>`,
    `To: <${recipient}>`,
    `Subject: ${subject.replace(/[^\x20-\x7e]/g, "?")}`,
    `Message-ID: <${messageId}>`,
    "",
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
