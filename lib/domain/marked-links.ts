import { attributeIn } from "./attribute-in";
import { misleadingTarget } from "./misleading-link";
import { escapeHtml } from "./plain-text";
import { plainAttribute } from "./remote-pictures";

/**
 * Puts a mark behind each link whose words name another site than its target.
 * @param html as the sanitiser writes it: what nests the browser parts as this does
 * @param leadsTo the words of the mark
 */
export const withMarkedLinks = (html: string, leadsTo: (target: string) => string): string =>
  html.replaceAll(LINK, (link, _before: string, href: string, inner: string) => {
    const target = misleadingTarget(plainAttribute(inner.replaceAll(/<[^>]*>/g, "")), plainAttribute(href));
    return target === null ? link : `${link}<span class="leads-to">${escapeHtml(leadsTo(target))}</span>`;
  });

const LINK = new RegExp(`${attributeIn("a", "href")}[^>]*>((?:[^<]|<(?!\\/?a\\b)){0,2000})<\\/a>`, "gi");
