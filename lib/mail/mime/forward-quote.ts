import { formatParty } from "@/lib/domain/address";
import { escapeHtml } from "@/lib/domain/plain-text";
import type { Party } from "@/lib/domain/party";

/** What the head of a forwarded message names besides its author and its time. */
export type ForwardedHead = { subject: string; to: Party[]; cc: Party[] };
type Head = ForwardedHead & { author: Party; when: string };

/** The original of a forward, whole: its head in words and the message below it, not indented, since nobody answers it. */
export function forwardOf(head: Head, { html, text }: { html: string; text: string }): { html: string; text: string } {
  const lines = linesOf(head);
  const shown = lines.map(([name, value]) => `${name}: ${escapeHtml(value)}<br>`).join("\n");
  return {
    html: `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${MARK}<br>\n${shown}</div><br>\n${html}</div>`,
    text: [MARK, ...lines.map(([name, value]) => `${name}: ${value}`), "", text.replace(/\r\n?/gu, "\n").trim()].join(
      "\n",
    ),
  };
}

// What mail programs of every language look for.
const MARK = "---------- Forwarded message ---------";

function linesOf({ author, when, subject, to, cc }: Head): [string, string][] {
  const all: [string, string][] = [
    ["From", formatParty(author)],
    ["Date", when],
    ["Subject", subject],
    ["To", to.map(formatParty).join(", ")],
    ["Cc", cc.map(formatParty).join(", ")],
  ];
  return all.map(([name, value]): [string, string] => [name, oneLine(value)]).filter(([, value]) => value !== "");
}

const oneLine = (value: string): string => value.replace(/[\p{Cc}\s\u2028\u2029]+/gu, " ").trim();
