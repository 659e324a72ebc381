import type { RemoteMessage } from "./smartlead-api";

/** A stand-in until the client's own is merged. */
export function rawMessageOf(message: RemoteMessage): Buffer {
  const lines = [
    `From: ${message.from}`,
    `To: ${message.to}`,
    ...(message.cc.length > 0 ? [`Cc: ${message.cc.join(", ")}`] : []),
    `Subject: ${message.subject}`,
    `Date: ${message.time.toUTCString().replace("GMT", "+0000")}`,
    ...(message.messageId ? [`Message-ID: <${message.messageId}>`] : []),
    "Content-Type: text/html; charset=utf-8",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${message.html}\r\n`);
}
