/** Sanitised HTML split at the quoted history at its end: what is new, the history, and the tags that close what was open. */
export type QuotedHtml = { before: string; quote: string; after: string; lines: number };

/**
 * Finds the history that a reply quotes at its end, by the marks of the usual programs. Answers written between quoted lines
 * are no history: then, and when nothing would be left to read, the result is null.
 * @param html balanced, as the sanitiser writes it (classes and ids prefixed with `m-`)
 */
export function splitQuotedHtml(html: string): QuotedHtml | null {
  for (const { index } of html.matchAll(QUOTE_START)) {
    const end = endOfElement(html, index);
    const before = html.slice(0, index);
    const after = html.slice(end);
    if (!hasText(before) || hasText(after)) continue;
    const quote = html.slice(index, end);
    return { before, quote, after, lines: linesOf(quote) };
  }
  return null;
}

const QUOTE_START =
  /<blockquote\b|<(?:div|span|p|table)\b[^>]*\s(?:class|id)="[^"]*\bm-(?:gmail_quote|gmail_quote_container|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|threadwell-quote|divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION)\b/gi;

function endOfElement(html: string, start: number): number {
  const name = /^<([a-z0-9]+)/i.exec(html.slice(start, start + 20))?.[1] ?? "div";
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, "gi");
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}

const textOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, "").replaceAll(/&nbsp;|&#160;|[\s\u200b-\u200d\ufeff]/gi, "");
const hasText = (html: string): boolean => textOf(html) !== "" || /<img\b/i.test(html);

function linesOf(html: string): number {
  const lines = html.replaceAll(/<br\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|pre)>/gi, "\n").split("\n");
  return Math.max(1, lines.filter((line) => textOf(line) !== "").length);
}
