/** Sanitised HTML split at the quoted history at its end: what is new, the history, and the tags that close what was open. */
export type QuotedHtml = { before: string; quote: string; after: string; lines: number };

/**
 * Finds the history that a reply quotes at its end, by the marks of the usual programs. Answers written between quoted lines
 * are no history: then, and when nothing would be left to read, the result is null.
 * @param html balanced, as the sanitiser writes it (classes and ids prefixed with `m-`)
 */
export function splitQuotedHtml(html: string): QuotedHtml | null {
  for (const { 0: mark, index } of html.matchAll(QUOTE_START)) {
    const range = BEGINS_HISTORY.test(mark)
      ? historyFrom(html, index)
      : { start: index, end: endOfElement(html, index) };
    if (!range) continue;
    const before = html.slice(0, range.start);
    const after = html.slice(range.end);
    if (!hasText(before) || hasText(after)) continue;
    const quote = html.slice(range.start, range.end);
    return { before, quote, after, lines: linesOf(quote) };
  }
  return null;
}

const QUOTE_START =
  /<blockquote\b|<(?:div|span|p|table|hr)\b[^>]*\s(?:class|id)="[^"]*\bm-(?:gmail_quote|gmail_quote_container|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|divRplyFwdMsg|appendonsend|stopSpelling)\b|<div\b[^>]*style="[^"]*border-top:\s*solid #(?:E1E1E1|B5C4DF)/gi;

/** Outlook and Thunderbird put a mark before the history and wrap nothing around it. */
const BEGINS_HISTORY = /moz-cite-prefix|divRplyFwdMsg|appendonsend|stopSpelling|border-top/i;

/**
 * All that follows a mark inside the elements around it. When more follows behind those, the mark's own wrapper is tried
 * in its place, as long as nothing readable stands before the mark in it.
 */
function historyFrom(html: string, mark: number): { start: number; end: number } | null {
  for (const start of [mark, ...openAt(html, mark).toReversed()]) {
    if (hasText(html.slice(start, mark))) return null;
    const end = endOfParent(html, start);
    if (!hasText(html.slice(end))) return { start, end };
  }
  return null;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;
const VOID = new Set(["br", "hr", "img", "col", "wbr"]);

/** Where the elements begin that are open at a place, the outermost first. */
function openAt(html: string, place: number): number[] {
  const open: number[] = [];
  for (const { 1: closes, 2: name = "", index } of html.slice(0, place).matchAll(TAG)) {
    if (VOID.has(name.toLowerCase())) continue;
    if (closes) open.pop();
    else open.push(index);
  }
  return open;
}

function endOfParent(html: string, start: number): number {
  let depth = 0;
  for (const { 1: closes, 2: name = "", index } of html.slice(start).matchAll(TAG)) {
    if (VOID.has(name.toLowerCase())) continue;
    depth += closes ? -1 : 1;
    if (depth < 0) return start + index;
  }
  return html.length;
}

function endOfElement(html: string, start: number): number {
  let depth = 0;
  for (const { 0: tag, 1: closes, 2: name = "", index } of html.slice(start).matchAll(TAG)) {
    if (VOID.has(name.toLowerCase())) continue;
    depth += closes ? -1 : 1;
    if (depth === 0) return start + index + tag.length;
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
