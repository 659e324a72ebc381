import juice from "juice";

/**
 * Moves the rules of `<style>` blocks into the elements they match, so that designed mail keeps its looks when the blocks
 * are dropped. Nothing is fetched. Too much of it, or CSS that cannot be read, leaves the HTML as it was.
 */
export function inlineStyles(html: string): string {
  const css = styleBlocksOf(html);
  if (css.trim() === "" || css.length > MAX_CSS) return html;
  // Each rule is matched against each element; a hostile mail would multiply the two.
  const rules = css.split("{").length;
  const elements = html.split("<").length;
  if (rules * elements > MAX_WORK || /[^{},]{400,}\{/u.test(css)) return html;
  try {
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
    (_whole, open: string, css: string, close: string) =>
      `${open}${css.replaceAll(/:link\b(?=[^{}]*\{)/giu, "[href]")}${close}`,
  );

const BLOCK = /(<style\b[^>]*>)([\s\S]*?)(<\/style\s*>)/giu;
const MAX_HTML = 600_000;
const MAX_BLOCKS = 40;
const MAX_CSS = 60_000;
const MAX_WORK = 1_500_000;
