import sanitize from "sanitize-html";
import { escapeHtml, paragraphsOf } from "@/lib/domain/plain-text";
import { isBearableMarkup } from "./bearable-markup";
import { SILENT_TAGS } from "./html-allow-list";
import { withoutScreenRules, withScreenRules } from "@/lib/domain/screen-rules";
import { storedNames, storedPolicy } from "./html-policy";
import { htmlToText } from "./html-to-text";
import { inlineStyles, styleBlocksOf } from "./inline-styles";
import { screenRules } from "./screen-rules";

type SanitisedHtml = { html: string; remoteImages: number; trackers: number };

/**
 * Makes HTML from strangers fit to be stored and shown: an allow-list of elements, attributes and CSS. Nothing in the
 * result is requested from anywhere: pictures on other servers have their address in `data-remote-src` and are counted,
 * invisible ones (trackers) are counted and dropped; `cid:` and embedded pictures stay. Never throws, and never blank
 * when there was something to read. Ids and classes get the prefix `m-`. Rules for some widths of a screen stand before it in a style
 * element (`screenRulesOf`). Sanitising twice changes nothing more.
 */
export function sanitiseHtml(html: string): SanitisedHtml {
  const source = html.replaceAll("\u0000", "");
  if (source.trim() === "") return { html: "", remoteImages: 0, trackers: 0 };
  const first = source.length <= MAX_HTML && isBearableMarkup(source) ? trySanitising(source) : null;
  if (first && !isBlank(first.html)) return first;
  const second = first ? trySanitising(closeSilentElements(source)) : null;
  if (second && !isBlank(second.html)) return second;
  return { html: trySanitising(readableText(source))?.html ?? "", remoteImages: 0, trackers: first?.trackers ?? 0 };
}

const MAX_HTML = 3_000_000;

function trySanitising(html: string): SanitisedHtml | null {
  try {
    const counts = { remoteImages: 0, trackers: 0 };
    const rules = screenRules(styleBlocksOf(html), storedNames);
    return { html: withScreenRules(sanitize(inlineStyles(html), storedPolicy(counts)), rules), ...counts };
  } catch {
    return null;
  }
}

/** @param html sanitised: a letter outside its tags is read by somebody, which spares making its text. */
function isBlank(html: string): boolean {
  if (/<img\b|<hr\b/iu.test(html)) return false;
  const shown = withoutScreenRules(html);
  return !/[\p{L}\p{N}]/u.test(shown.replaceAll(/<[^>]*>/gu, "")) && htmlToText(shown) === "";
}

/** An element that swallows text and is never closed ends where the visible part plainly begins. */
function closeSilentElements(html: string): string {
  let result = withoutUnclosed(html, "<!--", "-->");
  result = withoutUnclosed(result, "<![CDATA[", "]]>");
  for (const tag of SILENT_TAGS) {
    const from = Math.max(result.toLowerCase().lastIndexOf(`</${tag}`), 0);
    const unclosed = new RegExp(`<${tag}\\b[^<>]*>`, "iu").exec(result.slice(from));
    if (!unclosed) continue;
    const start = from + unclosed.index;
    const rest = result.slice(start + unclosed[0].length);
    const visible = rest.search(/<(?:\/head|body|div|p|table|span|h[1-6]|br|ul|ol|center|blockquote|a)\b/iu);
    result = result.slice(0, start) + (visible < 0 ? rest : rest.slice(visible));
  }
  return result;
}

function withoutUnclosed(html: string, open: string, close: string): string {
  const from = Math.max(html.lastIndexOf(close), 0);
  return html.slice(0, from) + html.slice(from).replaceAll(open, "");
}

/** The last resort: the words alone. */
function readableText(html: string): string {
  const words = htmlToText(html) || html.replace(/<\/?[a-z!][^<>]{0,2000}>/giu, " ").trim();
  return words === "" ? "" : paragraphsOf(words.slice(0, MAX_HTML)) || `<p>${escapeHtml(words)}</p>`;
}
