import juice from "juice";
import { isBearableToInline } from "./inlining-cost";

/**
 * Moves the rules of `<style>` blocks into the elements they match, so that designed mail keeps its looks when the blocks
 * are dropped. Nothing is fetched. Too much of it, or CSS that cannot be read, leaves the HTML as it was.
 */
export function inlineStyles(html: string): string {
  const css = styleBlocksOf(html);
  if (css.trim() === "" || css.length > MAX_CSS) return html;
  if (!selectorsOf(css).every(isBearable)) return html;
  try {
    if (!isBearableToInline(css, html.split("<").length)) return html;
    return juice(withPlainRules(html), {
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

/** What stands before each block of declarations, part by part. */
const selectorsOf = (css: string): string[] =>
  css
    .split("{")
    .slice(0, -1)
    .flatMap((part) => (part.split(/[};]/u).at(-1) ?? "").split(","));

/** Each general sibling, and each look inside, is tried with all that were tried before. */
const isBearable = (selector: string): boolean =>
  selector.length < 400 && selector.split(/~(?!=)|:has\(/iu).length <= MAX_TRIED;

/**
 * Without gaps that take time to read; and what is said of links that were not followed yet is said of all: rules of the browser's own
 * memory cannot be moved into elements.
 */
const withPlainRules = (html: string): string =>
  html.replaceAll(
    BLOCK,
    (_whole, open: string, css: string, close: string) =>
      `${open}${withPlainLinks(css.replaceAll(/\s+/gu, " "))}${close}`,
  );

const withPlainLinks = (css: string): string =>
  css
    .split("{")
    .map((part, at, { length }) => {
      const from = at === length - 1 ? part.length : part.lastIndexOf("}") + 1;
      return part.slice(0, from) + part.slice(from).replaceAll(/:link\b/giu, "[href]");
    })
    .join("{");

const BLOCK = /(<style\b[^>]*>)([\s\S]*?)(<\/style\s*>)/giu;
const MAX_HTML = 600_000;
const MAX_BLOCKS = 40;
const MAX_CSS = 60_000;
const MAX_TRIED = 3;
