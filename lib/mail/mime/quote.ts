import { escapeHtml, paragraphsOf } from "@/lib/domain/plain-text";
import type { Party } from "@/lib/domain/party";
import { attributionTime } from "./attribution-time";
import { forwardOf, type ForwardedHead } from "./forward-quote";
import { htmlToText } from "./html-to-text";
import { outgoingHtml } from "./outgoing-html";

/** `forwarded`: it is passed on with its head rather than answered. */
export type QuotedMessage = { author: Party; sentAt: Date; html: string; text: string; forwarded?: ForwardedHead };

/** The original under a reply: an attribution line and the message, marked so that mail clients fold it; under a forward, its head. */
export function quoteOf(quote: QuotedMessage, timeZone: string): { html: string; text: string } {
  const html = quote.html.trim() === "" ? paragraphsOf(quote.text) : outgoingHtml(quote.html);
  const text = quote.text.trim() === "" ? htmlToText(html) : quote.text;
  const when = attributionTime(quote.sentAt, timeZone);
  if (quote.forwarded) return forwardOf({ author: quote.author, when, ...quote.forwarded }, { html, text });
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

const prefixed = (text: string): string =>
  text
    .replace(/\r\n?/gu, "\n")
    .trim()
    .split("\n")
    .map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`))
    .join("\n");
