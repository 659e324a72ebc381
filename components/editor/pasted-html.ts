import { boldCells, SHEET } from "./pasted-cells";
import { mendLists } from "./pasted-lists";
import { wordLists } from "./pasted-word-lists";

const DROPPED =
  "script, style, meta, link, title, head, iframe, object, embed, form, noscript, template, xml, x-media, br.Apple-interchange-newline";

/**
 * Pasted HTML before the schema reads it: elements whose text is no text are taken out, what Word and web mail hide (tracking
 * pixels, preheaders) does not become visible words, and what Word, Excel and Google Docs write in ways of their own (lists as
 * paragraphs, bold by classes, a bold element around everything) is written as HTML means it.
 */
export function pastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(unreported(html), "text/html");
  const { body } = page;
  // What comes from an editor like this one is as it should be.
  const isOwn = body.querySelector("[data-pm-slice]") !== null;
  if (!isOwn) boldCells(page);
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  for (const element of body.querySelectorAll<HTMLElement>("[hidden], [style]"))
    if (isHidden(element)) element.remove();
  if (isOwn) return body.innerHTML;
  for (const element of body.querySelectorAll("b[id^='docs-internal-guid']"))
    element.replaceWith(...element.childNodes);
  wordLists(body);
  withoutOfficeParts(body);
  mendLists(body);
  plainLinks(body);
  return body.innerHTML;
}

const isHidden = (element: HTMLElement): boolean =>
  Boolean(element.hidden) ||
  element.style.display === "none" ||
  /mso-hide:\s*all/.test(element.getAttribute("style") ?? "");

/**
 * Handlers would never run and style sheets never hold, but the browser reports each to the console as soon as it parses one. What
 * a sheet says of bold cells is read from an element that is not one.
 */
const unreported = (html: string): string =>
  withoutHandlers(html)
    .replace(MEDIA, "<$1x-media")
    .replace(/<base\b/gi, "<param")
    .replace(/<style\b[^<>]*>/gi, `<script type="${SHEET}">`)
    .replace(/<\/style\s*>/gi, "</script>");

/** Films and sounds are asked for as soon as they are parsed, in whatever document: only the page's policy would hold them back. */
const MEDIA = /<(\/?)(?:audio|video)\b/gi;

const withoutHandlers = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));

/** Word's own elements (`<o:p>`), its title, and the empty paragraphs that it parts others with: here they have margins. */
function withoutOfficeParts(body: HTMLElement): void {
  for (const element of body.querySelectorAll("*"))
    if (element.tagName.includes(":")) element.replaceWith(...element.childNodes);
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  for (const paragraph of body.querySelectorAll("p[class^='Mso']")) if (isBlank(paragraph)) paragraph.remove();
}

/** A link is underlined by itself, and opens as its reader likes. */
function plainLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a")) {
    for (const name of ["class", "target", "rel"]) link.removeAttribute(name);
    for (const line of link.querySelectorAll("u, ins")) line.replaceWith(...line.childNodes);
    for (const styled of link.querySelectorAll<HTMLElement>("[style]")) styled.style.removeProperty("text-decoration");
    // Around a link as well: Google Docs and Word underline both.
    const around = link.parentElement;
    if (around?.tagName === "U" && around.childNodes.length === 1) around.replaceWith(link);
  }
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

const isBlank = (element: Element): boolean =>
  (element.textContent ?? "").trim() === "" && !element.querySelector("img");
