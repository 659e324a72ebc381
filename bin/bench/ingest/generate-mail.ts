import { createHash } from "node:crypto";
import { seeded, type Random } from "@/lib/sandbox/random";
import { makeProse } from "../fill/prose";

const BOUNDARY = "=_part";
const STYLE = "font-family:Arial,Helvetica,sans-serif;font-size:14px;color:#222222";
const KB = 1024;

/**
 * Raw messages as a sales team's mailbox gets them, the same for the same name: seven of ten are answers with their quoted history
 * (half of them to a message before), half have HTML beside the text, one of eight brings a file of 20 to 200 kB, one of ten is a
 * designed newsletter.
 * @param leads addresses of leads, who write most of it
 */
export function generateMail(count: number, name: string, { to, leads }: { to: string; leads: string[] }): Buffer[] {
  const now = new Date();
  const random = seeded(name);
  const prose = makeProse(now);
  const former: { id: string; subject: string; from: string }[] = [];
  return Array.from({ length: count }, (_, at) => {
    const id = `${name}${at}@bench.test`;
    const answered = random.next() < 0.35 && former.length > 0 ? random.pick(former.slice(-200)) : null;
    const from = answered?.from ?? (random.next() < 0.8 ? random.pick(leads) : `stranger${at}@else.test`);
    const subject = answered ? `Re: ${answered.subject.replace(/^Re: /, "")}` : prose.subject(random);
    former.push({ id, subject, from });
    const head = [
      `Return-Path: <${from}>`,
      `Received: from mx.else.test (mx.else.test [192.0.2.1]) by mail.bench.test with ESMTPS id ${at}; ${dateOf(now)}`,
      `From: "${from.split("@")[0]}" <${from}>`,
      `To: <${to}>`,
      `Subject: ${subject.replace(/[^\x20-\x7e]/g, "?")}`,
      `Date: ${dateOf(new Date(now.getTime() - (count - at) * 30_000))}`,
      `Message-ID: <${id}>`,
      ...(answered ? [`In-Reply-To: <${answered.id}>`, `References: <${answered.id}>`] : []),
      "MIME-Version: 1.0",
    ];
    const isLetter = random.next() >= 0.1;
    const body = isLetter
      ? letter(random, prose.passage(random, "in"))
      : newsletter(random, prose.passage(random, "out"));
    return Buffer.from(`${[...head, body].join("\r\n")}\r\n`);
  });
}

type Passage = { text: string; visibleText: string; html: string };

function letter(random: Random, passage: Passage): string {
  const quoted = random.next() < 0.7 ? `\n\nOn Monday, Nia Hart wrote:\n${passage.text.replace(/^/gm, "> ")}` : "";
  const text = textPart(`${passage.visibleText}${quoted}`);
  if (random.next() < 0.5) return withFile(random, text);
  const history = quoted ? `<div class="gmail_quote"><blockquote>${passage.html.repeat(2)}</blockquote></div>` : "";
  const html = htmlPart(`<div dir="ltr" style="${STYLE}">${passage.html}</div>${history}`);
  return withFile(random, multipart("alternative", [text, html]));
}

function newsletter(random: Random, passage: Passage): string {
  const row = `<tr><td style="${STYLE};padding:12px 24px"><img src="https://images.else.test/a.png" width="40">${passage.html}</td></tr>`;
  const table = `<table width="600" align="center" style="border-collapse:collapse">${row.repeat(random.int(6, 16))}</table>`;
  const html = `<html><head><style>td{padding:4px}</style></head><body>${table}</body></html>`;
  return multipart("alternative", [textPart(passage.text.repeat(4)), htmlPart(html)]);
}

function withFile(random: Random, body: string): string {
  if (random.next() >= 0.14) return body;
  const size = random.int(20, 200) * KB;
  // A content of its own.
  const salt = random.next();
  const blocks = Array.from({ length: Math.ceil(size / 64) }, (_, at) =>
    createHash("sha512").update(`${salt}.${at}`).digest(),
  );
  const encoded = Buffer.concat(blocks)
    .toString("base64")
    .replace(/(.{76})/g, "$1\r\n");
  const file = `Content-Type: application/pdf; name="offer.pdf"\r\nContent-Disposition: attachment; filename="offer.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`;
  return multipart("mixed", [body, file]);
}

const multipart = (kind: string, parts: string[]): string => {
  const boundary = `${BOUNDARY}_${kind}`;
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--\r\n`;
};
const textPart = (text: string): string =>
  `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text.replace(/\r?\n/g, "\r\n")}`;
const htmlPart = (html: string): string =>
  `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html)
    .toString("base64")
    .replace(/(.{76})/g, "$1\r\n")}`;
const dateOf = (date: Date): string => date.toUTCString().replace("GMT", "+0000");
