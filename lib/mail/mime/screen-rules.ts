import { parse, type AtRule, type ChildNode, type Rule } from "postcss";
import { safeStyle } from "./style-attribute";

/**
 * What the `@media` rules of CSS say for widths of a screen, fit to stand in a style element: each declaration as a style attribute
 * may have it, each selector for classes and ids of the message alone. Rules of `<style>` blocks are moved into the elements
 * (`inlineStyles`), so that these outrank them as they did before.
 * @param names gives classes and ids the names that they have in the sanitised HTML
 * @returns empty when there is nothing of the kind, or CSS that cannot be read
 */
export function screenRules(css: string, names: (names: string[]) => string[]): string {
  if (!/@media/iu.test(css) || css.length > MAX_CSS) return "";
  try {
    const kept = parse(css)
      .nodes.filter(isMedia)
      .map((media) => mediaRule(media, names));
    const whole = kept.filter(Boolean).join("");
    return whole.length > MAX_CSS ? "" : whole;
  } catch {
    return "";
  }
}

const MAX_CSS = 60_000;

const isMedia = (node: ChildNode): node is AtRule => node.type === "atrule" && node.name.toLowerCase() === "media";
const isRule = (node: ChildNode): node is Rule => node.type === "rule";

function mediaRule({ params, nodes = [] }: AtRule, names: (names: string[]) => string[]): string {
  const queries = params.toLowerCase().split(",").map(widthQuery).filter(Boolean);
  if (queries.length === 0) return "";
  const rules = nodes.filter(isRule).map((rule) => plainRule(rule, names));
  return rules.some(Boolean) ? `@media ${queries.join(",")}{${rules.join("")}}` : "";
}

const WIDTH = /^\((min|max)-(?:device-)?width ?: ?(\d{1,5}(?:\.\d{1,3})?)(px|em|rem)\)$/u;

/** A query for widths of a screen. Of a theme, of paper and of what only one program knows none is kept. */
function widthQuery(query: string): string {
  const [first = "", ...others] = query
    .replaceAll(/\s+/gu, " ")
    .trim()
    .split(/ and ?(?=\()/u);
  const conditions = first.startsWith("(") ? [first, ...others] : others;
  if (!first.startsWith("(") && !/^(?:only )?(?:screen|all)$/u.test(first)) return "";
  const widths = conditions.map((condition) => WIDTH.exec(condition));
  if (widths.length === 0 || widths.includes(null)) return "";
  return `screen and ${widths.map((found) => `(${found![1]}-width:${found![2]}${found![3]})`).join(" and ")}`;
}

function plainRule({ selectors, nodes }: Rule, names: (names: string[]) => string[]): string {
  const kept = selectors.map((selector) => plainSelector(selector, names)).filter(Boolean);
  if (kept.length === 0) return "";
  const declarations = nodes.flatMap((node) => {
    const safe = node.type === "decl" ? safeStyle(`${node.prop}:${node.value}`).replace(/ ?!important$/iu, "") : "";
    return safe ? [`${safe}!important`] : [];
  });
  return declarations.length > 0 ? `${kept.join(",")}{${declarations.join(";")}}` : "";
}

const COMPOUND = /^(?:[a-z][a-z0-9]*|\*)?(?:[.#][\w-]{1,80})*(?::(?:first|last)-child)?$/iu;

/** A selector whose last part names a class or an id of the message: nothing else in the document around it is meant. */
function plainSelector(selector: string, names: (names: string[]) => string[]): string {
  if (selector.length > 300) return "";
  const parts = selector
    .replaceAll(/\[(class|id)\s*[~*]?=\s*["']?([\w-]+)["']?\s*\]/giu, (_whole, kind: string, name: string) =>
      kind.toLowerCase() === "class" ? `.${name}` : `#${name}`,
    )
    .replace(/^(?:html|body)\s+(?:body\s+)?(?=[\w.#*])/iu, "")
    .replaceAll(/\s*>\s*/gu, " > ")
    .trim()
    .split(/\s+/u);
  if (!parts.every((part, at) => (part === ">" ? at > 0 && parts[at - 1] !== ">" : part !== "" && COMPOUND.test(part))))
    return "";
  if (!/[.#]/u.test(parts.at(-1) ?? "")) return "";
  return parts
    .map((part) =>
      part.replaceAll(/([.#])([\w-]+)/gu, (_whole, sign: string, name: string) => sign + names([name]).join("")),
    )
    .join(" ");
}
