const DROPPED = "script, style, meta, link, title, head, iframe, object, embed, form, noscript, template";

/**
 * Pasted HTML before the schema reads it: elements whose text is no text are taken out, and what Word and
 * web mail hide (tracking pixels, preheaders) does not become visible words.
 */
export function pastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(withoutHandlers(html), "text/html");
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  for (const element of page.querySelectorAll<HTMLElement>("[hidden], [style]"))
    if (element.hidden || element.style.display === "none") element.remove();
  return page.body.innerHTML;
}

/** Handlers would never run, but the browser reports each to the console as soon as it parses one. */
const withoutHandlers = (html: string): string =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\son[a-z]+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
