import { escapeHtml, paragraphsOf } from "@/lib/domain/plain-text";
import type { Party } from "@/lib/domain/party";
import { htmlToText } from "./html-to-text";
import { outgoingHtml } from "./outgoing-html";

export type QuotedMessage = { author: Party; sentAt: Date; html: string; text: string };

/** The original under a reply: an attribution line and the message, marked so that mail clients fold it. */
export function quoteOf(quote: QuotedMessage, timeZone: string): { html: string; text: string } {
  const html = quote.html.trim() === "" ? paragraphsOf(quote.text) : outgoingHtml(quote.html);
  const text = quote.text.trim() === "" ? htmlToText(html) : quote.text;
  const when = attributionTime(quote.sentAt, timeZone);
  const name = quote.author.name.replace(/[\p{Cc}\s]+/gu, " ").trim() || quote.author.address;
  const address = escapeHtml(quote.author.address);
  return {
    html:
      `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On ${when}, ${escapeHtml(name)} ` +
      `&lt;<a href="mailto:${encodeURI(address)}">${address}</a>&gt; wrote:<br></div>` +
      `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex">` +
      `${html}</blockquote></div>`,
    text: `On ${when}, ${name} <${quote.author.address}> wrote:\n\n${prefixed(text)}`,
  };
}

/** "Tue, 17 Nov 2026 at 16:20" in the given IANA zone; UTC when there is no such zone. */
function attributionTime(at: Date, timeZone: string): string {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return `${part("weekday")}, ${part("day")} ${part("month")} ${part("year")} at ${part("hour")}:${part("minute")}`;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  try {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
  }
}

const prefixed = (text: string): string =>
  text
    .replace(/\r\n?/gu, "\n")
    .trim()
    .split("\n")
    .map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`))
    .join("\n");
