import { escapeHtml } from "@/lib/domain/plain-text";
import type { Party } from "@/lib/domain/party";
import type { Random } from "../random";
import type { Pack } from "../texts/pack";
import { fill } from "../texts/write";

/** How a person's mail program writes. */
export type Client = "gmail" | "outlook" | "thunderbird" | "phone" | "bare";
export const pickClient = (random: Random): Client =>
  random.weighted([
    ["gmail", 30],
    ["outlook", 32],
    ["thunderbird", 14],
    ["phone", 12],
    ["bare", 12],
  ] as const);

/** The message that is quoted below an answer. */
export type Quoted = { author: Party; to: Party; sentAt: Date; subject: string; body: string; timeZone: string };
export type Written = { text: string; html?: string };

/** Writes a letter the way a mail program does, with the history below it where the program adds one. */
export function writeLetter(body: string, client: Client, pack: Pack, quoted: Quoted | null): Written {
  const dir = pack.direction;
  if (client === "bare" || !quoted) return client === "bare" ? { text: `${body}\n` } : simple(body, dir);
  const attribution = fill(pack.attribution, { date: dateOf(quoted, pack), author: authorOf(quoted.author) });
  const below = quoted.body
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
  const text = `${body}\n\n${attribution}\n\n${below}\n`;
  switch (client) {
    case "thunderbird":
      return { text };
    case "phone":
      return { text: `${body}\n\n${pack.sentFromPhone}\n\n${attribution}\n\n${below}\n` };
    case "gmail":
      return { text, html: gmail(body, attribution, quoted.body, dir) };
    case "outlook":
      return outlook(body, quoted, pack);
  }
}

/** What our own program sends: text and plain HTML, no history under a first mail. */
export function simple(body: string, dir: "ltr" | "rtl"): Written {
  return { text: `${body}\n`, html: `<div dir="${dir}">${paragraphs(body)}</div>` };
}

function gmail(body: string, attribution: string, below: string, dir: string): string {
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => `<div>${escapeHtml(line) || "<br>"}</div>`)
      .join("");
  return `<div dir="${dir}">${lines(body)}</div><br><div class="gmail_quote"><div dir="${dir}" class="gmail_attr">${escapeHtml(attribution)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div dir="${dir}">${lines(below)}</div></blockquote></div>`;
}

const OUTLOOK: Partial<Record<Pack["code"], [from: string, sent: string, to: string, subject: string]>> = {
  de: ["Von", "Gesendet", "An", "Betreff"],
  fr: ["De", "Envoyé", "À", "Objet"],
  es: ["De", "Enviado", "Para", "Asunto"],
  pt: ["De", "Enviado", "Para", "Assunto"],
  it: ["Da", "Inviato", "A", "Oggetto"],
  nl: ["Van", "Verzonden", "Aan", "Onderwerp"],
  sv: ["Från", "Skickat", "Till", "Ämne"],
  pl: ["Od", "Wysłano", "Do", "Temat"],
  tr: ["Kimden", "Gönderildi", "Kime", "Konu"],
};

function outlook(body: string, quoted: Quoted, pack: Pack): Written {
  const [from, sent, to, subject] = OUTLOOK[pack.code] ?? ["From", "Sent", "To", "Subject"];
  const head = [
    [from, authorOf(quoted.author)],
    [sent, dateOf(quoted, pack)],
    [to, authorOf(quoted.to)],
    [subject, quoted.subject],
  ] as const;
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => `<p class="MsoNormal" style="margin:0cm">${escapeHtml(line) || "&nbsp;"}</p>`)
      .join("");
  const headHtml = head.map(([name, value]) => `<b>${name}:</b> ${escapeHtml(value)}`).join("<br>");
  return {
    text: `${body}\n\n${head.map(([name, value]) => `${name}: ${value}`).join("\n")}\n\n${quoted.body}\n`,
    html: `<div class="WordSection1" dir="${pack.direction}">${lines(body)}<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal" style="margin:0cm">${headHtml}</p></div>${lines(quoted.body)}</div>`,
  };
}

export const paragraphs = (body: string): string =>
  body
    .split("\n\n")
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");

const authorOf = ({ name, address }: Party) => (name ? `${name} <${address}>` : address);

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function dateOf({ sentAt, timeZone }: Quoted, pack: Pack): string {
  const key = `${pack.locale} ${timeZone}`;
  const format =
    FORMATS.get(key) ?? new Intl.DateTimeFormat(pack.locale, { dateStyle: "long", timeStyle: "short", timeZone });
  FORMATS.set(key, format);
  // Node's Intl puts narrow no-break spaces into times, mail programs do not.
  return format.format(sentAt).replace(/[\u202f\u00a0\u200e\u200f]/g, " ");
}
