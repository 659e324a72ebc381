/** Rules that hold for some widths of the window only. They stand before a stored message's HTML, in the one style element that it may have. */
const RULES = /^<style>([^<]*)<\/style>/;

/** Puts rules before sanitised HTML; without rules or HTML nothing is added. */
export const withScreenRules = (html: string, rules: string): string =>
  html === "" || rules === "" ? html : `<style>${rules}</style>${html}`;

/** The rules of a stored message, for the document that shows nothing else; empty for most. */
export const screenRulesOf = (html: string): string => RULES.exec(html)?.[1] ?? "";

/** A stored message's HTML without them, for wherever it stands beside other words. */
export const withoutScreenRules = (html: string): string => html.replace(RULES, "");
