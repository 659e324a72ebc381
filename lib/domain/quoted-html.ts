/** Sanitised HTML split at the quoted history at its end: what is new, the history, and the tags that close what was open. */
export type QuotedHtml = { before: string; quote: string; after: string; lines: number };

/**
 * Finds the history that a reply quotes at its end, by the marks of the usual programs. Answers written between quoted lines
 * are no history: then, and when nothing would be left to read, the result is null.
 * @param html balanced, as the sanitiser writes it (classes and ids prefixed with `m-`)
 */
export function splitQuotedHtml(html: string): QuotedHtml | null {
  const page = pageOf(html);
  for (const { 0: mark, index } of html.matchAll(QUOTE_START)) {
    const element = page.elements.get(index);
    if (!element) continue;
    const range = BEGINS_HISTORY.test(mark) ? historyFrom(page, element) : element;
    if (!range || !page.hasText(0, range.start) || page.hasText(range.end, html.length)) continue;
    const quote = html.slice(range.start, range.end);
    return { before: html.slice(0, range.start), quote, after: html.slice(range.end), lines: linesOf(quote) };
  }
  return null;
}

const QUOTE_START =
  /<blockquote\b|<(?:div|span|p|table|hr)\b[^>]*\s(?:class|id)="[^"]*\bm-(?:gmail_quote|gmail_quote_container|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|divRplyFwdMsg|appendonsend|stopSpelling)\b|<div\b[^>]*style="[^"]*border-top:\s*solid #(?:E1E1E1|B5C4DF)/gi;

/** Outlook and Thunderbird put a mark before the history and wrap nothing around it. */
const BEGINS_HISTORY = /moz-cite-prefix|divRplyFwdMsg|appendonsend|stopSpelling|border-top/i;

type Range = { start: number; end: number };
/** `end` is behind the closing tag, `closesAt` before it; without one both are the end of the text. */
type Element = Range & { closesAt: number; parent: Element | null };
type Page = {
  length: number;
  elements: Map<number, Element>;
  /** Whether anything readable begins in a range between tags. */
  hasText: (from: number, to: number) => boolean;
};

/** Elements around a mark that are tried. */
const MAX_DEPTH = 100;

/**
 * All that follows a mark inside the elements around it. When more follows behind those, the mark's own wrapper is tried
 * in its place, as long as nothing readable stands before the mark in it.
 */
function historyFrom(page: Page, mark: Element): Range | null {
  let at: Element | null = mark;
  for (let depth = 0; at && depth < MAX_DEPTH; depth++, at = at.parent) {
    if (page.hasText(at.start, mark.start)) return null;
    const end = at.parent?.closesAt ?? page.length;
    if (!page.hasText(end, page.length)) return { start: at.start, end };
  }
  return null;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;
const VOID = new Set(["br", "hr", "img", "col", "wbr"]);

/** Where elements and readable text stand, found in one pass: a hostile message may have as many marks as it has letters. */
function pageOf(html: string): Page {
  const { length } = html;
  const elements = new Map<number, Element>();
  const texts: number[] = [];
  let open: Element | null = null;
  let from = 0;
  for (const { 0: tag, 1: closes, 2: name = "", index } of html.matchAll(TAG)) {
    if (isReadable(html.slice(from, index))) texts.push(from);
    from = index + tag.length;
    if (/^img$/i.test(name)) texts.push(index);
    if (VOID.has(name.toLowerCase())) elements.set(index, { start: index, end: from, closesAt: from, parent: open });
    else if (!closes) elements.set(index, (open = { start: index, end: length, closesAt: length, parent: open }));
    else if (open) {
      Object.assign(open, { end: from, closesAt: index });
      open = open.parent;
    }
  }
  if (isReadable(html.slice(from))) texts.push(from);
  return { length, elements, hasText: (start, end) => (texts[firstFrom(texts, start)] ?? length) < end };
}

/** The index of the first of the ascending numbers that is not below `least`. */
function firstFrom(ascending: number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isReadable = (text: string): boolean => /[^\s\u200b-\u200d\ufeff]/.test(text.replaceAll(/&nbsp;|&#160;/gi, ""));
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, "");

function linesOf(html: string): number {
  const lines = html.replaceAll(/<br\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|pre)>/gi, "\n").split("\n");
  return Math.max(1, lines.filter((line) => isReadable(textOf(line))).length);
}
