import { FILES, partOf } from "./files";
import { HEADERS } from "./headers";
import { HOSTILE_HTML } from "./hostile-html";
import { TEXTS } from "./texts";
import { aimOf, base64, written, type Aim, type Vector } from "./vector";

export type HostileMail = {
  name: string;
  group: "html" | "text" | "header" | "file";
  aim: Aim;
  /** Of HTML: as it was written. */
  html: string;
  trait: Vector[2];
  /** @returns the whole message, its lines ended by CRLF */
  raw: (envelope: Envelope) => Buffer;
};

/** Addresses, and the Message-ID of what is answered, all bare. */
type Envelope = { from: string; to: string; inReplyTo: string; date: Date };

/**
 * The project's own set of hostile mail, each vector with a number that is in all that it asks for and runs.
 * @param server the origin that it asks, with a path where one is wanted; `app` the one of this app
 */
export function hostileMail(aims: { server: string; app: string }): HostileMail[] {
  let n = 0;
  const made = (group: HostileMail["group"], vectors: Vector[], rawOf: (text: string) => string): HostileMail[] =>
    vectors.map((vector) => {
      const aim = aimOf(++n, aims);
      const text = written(vector, aim);
      const raw = (envelope: Envelope) => rawMailOf(rawOf(text), envelope, aim);
      return { name: vector[0], group, aim, html: group === "html" ? text : "", trait: vector[2], raw };
    });
  return [
    ...made("html", HOSTILE_HTML, (html) => encoded("text/html", html)),
    ...made("text", TEXTS, (text) => encoded("text/plain", text)),
    ...made("header", HEADERS, (lines) => lines),
    ...FILES.map((file): HostileMail => {
      const aim = aimOf(++n, aims);
      const raw = (envelope: Envelope) => rawMailOf(mixed([partOf(file, aim)]), envelope, aim);
      return { name: file[0], group: "file", aim, html: "", trait: undefined, raw };
    }),
  ];
}

/** All hostile files in one mail. */
export const mailOfAllFiles = (aims: { server: string; app: string }, envelope: Envelope): Buffer => {
  const parts = FILES.map((file, index) => partOf(file, aimOf(9_000 + index, aims)));
  return rawMailOf(mixed(parts), envelope, aimOf(9_000, aims));
};

const encoded = (type: string, text: string): string =>
  `Content-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(text).replaceAll(/.{76}/g, "$&\n")}`;

const mixed = (parts: string[]): string =>
  [
    'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="files"\n\n--files\nContent-Type: text/plain\n\nHi\n',
    ...parts.map((part) => `--files\n${part}\n`),
    "--files--",
  ].join("");

/** Header lines of a vector stand in the place of the usual ones. */
function rawMailOf(lines: string, { from, to, inReplyTo, date }: Envelope, { n }: Aim): Buffer {
  const cut = lines.indexOf("\n\n");
  const head = cut < 0 ? lines : lines.slice(0, cut);
  const body = cut < 0 ? "\n\nHi" : lines.slice(cut);
  const usual = [
    `From: Hostile <${from}>`,
    `To: ${to}`,
    `Subject: Vector ${n}`,
    `Date: ${date.toUTCString()}`,
    `Message-ID: <h${n}.${date.getTime()}@evil.test>`,
  ].filter((line) => !new RegExp(`^${line.split(":")[0]}:`, "im").test(head));
  const own = head.replaceAll("{from}", from).replaceAll("{date}", String(date.getTime()));
  const whole = [...usual, `In-Reply-To: <${inReplyTo}>`, own].join("\n") + body;
  return Buffer.from(whole.replaceAll(/\r?\n/g, "\r\n"));
}
