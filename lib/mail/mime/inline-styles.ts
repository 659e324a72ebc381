import juice from "juice";
import { isBearableToInline } from "./inlining-cost";

/**
 * Moves the rules of `<style>` blocks into the elements they match, so that designed mail keeps its looks when the blocks
 * are dropped. Nothing is fetched. Too much of it, or CSS that cannot be read, leaves the HTML as it was.
 */
export function inlineStyles(html: string): string {
  const css = styleBlocksOf(html);
  if (css.trim() === "" || css.length > MAX_CSS) return html;
  if (/[^{},]{400,}\{/u.test(css)) return html;
  try {
    if (!isBearableToInline(css, html.split("<").length)) return html;
    return juice(withPlainLinks(html), {
      applyStyleTags: true,
      removeStyleTags: true,
      preserveMediaQueries: false,
      preserveFontFaces: false,
      preserveKeyFrames: false,
      preservePseudos: false,
      inlinePseudoElements: false,
      resolveCSSVariables: false,
      applyWidthAttributes: false,
      applyHeightAttributes: false,
    });
  } catch {
    return html;
  }
}

/** The CSS of the `<style>` blocks, one after the other; empty where there is too much to look through. */
export function styleBlocksOf(html: string): string {
  if (html.length > MAX_HTML || html.split(/<style\b/iu).length > MAX_BLOCKS) return "";
  return [...html.matchAll(BLOCK)].map(([, , css = ""]) => css).join("\n");
}

/** What is said of links that were not followed yet is said of all: rules of the browser's own memory cannot be moved into elements. */
const withPlainLinks = (html: string): string =>
  html.replaceAll(
    BLOCK,
    (_whole, open: string, css: string, close: string) => `${open}${css.split("{").map(withHref).join("{")}${close}`,
  );

/** The selector of CSS up to the next brace stands behind the last one that closes. */
function withHref(part: string, at: number, { length }: string[]): string {
  if (at === length - 1) return part;
  const from = part.lastIndexOf("}") + 1;
  return part.slice(0, from) + part.slice(from).replaceAll(/:link\b/giu, "[href]");
}

const BLOCK = /(<style\b[^>]*>)([\s\S]*?)(<\/style\s*>)/giu;
const MAX_HTML = 600_000;
const MAX_BLOCKS = 40;
const MAX_CSS = 60_000;
