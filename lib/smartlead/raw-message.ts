import { createHash } from "node:crypto";
import MimeNode from "nodemailer/lib/mime-node";
import { isAddress, parseAddressList } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { isMessageId } from "@/lib/domain/references";
import type { RemoteMessage } from "./smartlead-api";

/**
 * A message of a history as mail (RFC 5322), so that it is parsed, cleaned and stored like any other. The same message gives the
 * same bytes. Nothing in it is trusted: what is no address stands in no header, and a message without an id gets one from what it
 * says. Attachments are addresses at Smartlead and are not part of it.
 */
export async function rawMessageOf(message: RemoteMessage): Promise<Buffer> {
  // Of what we sent, whoever reads it may know the blind copies.
  const mail = new MimeNode("text/html; charset=utf-8", { keepBcc: true });
  mail.setHeader("From", partyIn(message.from));
  mail.setHeader("To", partiesIn(message.to));
  mail.setHeader("Cc", message.cc.flatMap(partiesIn));
  mail.setHeader("Bcc", message.bcc.flatMap(partiesIn));
  mail.setHeader("Subject", oneLine(message.subject));
  mail.setHeader("Message-ID", `<${idOf(message)}>`);
  // An instant of which nobody knows what the writer's clock showed (RFC 5322 §3.3).
  mail.setHeader("Date", message.time.toUTCString().replace("GMT", "-0000"));
  mail.setHeader("Content-Transfer-Encoding", "base64");
  // The body is written here: through the library's streams it takes ten times as long, and an account has many thousands.
  return Buffer.from(`${mail.buildHeaders()}\r\n\r\n${inBase64(message.html)}\r\n`);
}

/** In lines of 76 characters (RFC 2045 §6.8). */
const inBase64 = (text: string): string =>
  Buffer.from(text.toWellFormed())
    .toString("base64")
    .replace(/.{76}(?!$)/g, "$&\r\n");

const NOBODY: Party = { name: "", address: "unknown@smartlead.invalid" };

function partyIn(text: string): Party {
  return partiesIn(text)[0] ?? { ...NOBODY, name: oneLine(text).slice(0, MAX_NAME) };
}

const MAX_NAME = 200;
const MAX_TEXT = 20_000;

/** Also out of what is not quite a list of addresses: whatever in it is one. */
function partiesIn(text: string): Party[] {
  const { parties, bad } = parseAddressList(oneLine(text.slice(0, MAX_TEXT)));
  const found = bad.flatMap((each) => each.text.match(/[^\s<>"(),:;[\]\\]{1,200}@[^\s<>"(),:;[\]\\]{1,200}/gu) ?? []);
  return [
    ...parties.map(({ name, address }) => ({ name: oneLine(name), address })),
    ...found.map((address) => ({ name: "", address })),
  ].filter(({ address }) => isAddress(address));
}

function idOf(message: RemoteMessage): string {
  if (message.messageId !== null && isMessageId(message.messageId) && message.messageId.includes("@"))
    return message.messageId;
  const { type, statsId, from, time, html, messageId } = message;
  const said = JSON.stringify([type, statsId, from, time.getTime(), html, messageId]);
  return `${createHash("sha256").update(said).digest("hex").slice(0, 40)}@smartlead.invalid`;
}

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, " ")
    .trim();
