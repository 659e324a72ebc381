import { compile, type HtmlToTextOptions } from "html-to-text";
import { isBearableMarkup } from "./bearable-markup";
import { TEXT_FORMATTERS } from "./text-formatters";

/**
 * The readable text of HTML mail: paragraphs and lists kept, quotes marked with `> `, links with their address behind
 * the words, pictures by their alternative text. Never throws; hostile or huge input is cut short.
 */
export function htmlToText(html: string): string {
  if (html.trim() === "") return "";
  if (!isBearableMarkup(html)) return tidy(withoutTags(html.slice(0, MAX_INPUT)));
  try {
    return tidy(converter(html.slice(0, MAX_INPUT)));
  } catch {
    return tidy(withoutTags(html.slice(0, MAX_INPUT)));
  }
}

const MAX_INPUT = 4_000_000;

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  // As browsers have it. The library counts U+200B, which parts the words of some languages without a gap.
  whitespaceCharacters: " \t\r\n\f",
  limits: { maxInputLength: MAX_INPUT, maxDepth: 200, maxChildNodes: 20_000, ellipsis: "…" },
  formatters: TEXT_FORMATTERS,
  selectors: [
    { selector: "a", format: "link" },
    { selector: "img", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "title", format: "skip" },
    { selector: "h1", options: { uppercase: false } },
    { selector: "h2", options: { uppercase: false } },
    { selector: "h3", options: { uppercase: false } },
    { selector: "h4", options: { uppercase: false } },
    { selector: "h5", options: { uppercase: false } },
    { selector: "h6", options: { uppercase: false } },
    { selector: "ul", format: "list" },
    { selector: "ol", format: "list" },
    { selector: "ul[style*='list-style:none']", format: "bare" },
    { selector: "table", format: "table" },
    { selector: "tr", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "td", format: "cell" },
    { selector: "th", format: "cell" },
  ],
};

/** Made once: making it takes longer than most messages. */
const converter = compile(OPTIONS);

function withoutTags(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^<>]*>/giu, "\n")
    .replace(/<[^<>]*>/gu, "")
    .replace(/&nbsp;/giu, " ")
    .replace(/&lt;/giu, "<")
    .replace(/&gt;/giu, ">")
    .replace(/&amp;/giu, "&");
}

const tidy = (text: string): string =>
  text
    .replace(/\u00a0/gu, " ")
    // Between words it is only filling, as behind a newsletter's first line.
    .replace(/\u200b+/gu, (run, at: number, whole: string) =>
      isSpace(whole.charAt(at - 1)) || isSpace(whole.charAt(at + run.length)) ? "" : run,
    )
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .replace(/^\n+/u, "")
    .trimEnd();

/** @param sign "" at the ends of a text */
const isSpace = (sign: string): boolean => !/\S/u.test(sign);
