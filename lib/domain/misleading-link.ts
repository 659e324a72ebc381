import { parse } from "tldts";
import { siteOf } from "./site-of";

/**
 * Where a link leads that says it leads elsewhere: its words are a web address or a mail address of another site than its target.
 * @returns the target's host (in ASCII, as the browser asks for it) or mail address; null for a link that says nothing or the truth
 */
export function misleadingTarget(words: string, href: string): string | null {
  const said = words.replaceAll(/[\p{Cf}\p{Cc}]/gu, "").trim();
  if (said.length > 500) return null;
  const mail = /^mailto:([^?]*)/i.exec(href)?.[1];
  if (mail !== undefined) return isOtherMail(said, mail) ? mail : null;
  const target = URL.parse(href);
  const host = hostIn(said);
  if (!target || !host || !/^https?:$/.test(target.protocol)) return null;
  return siteOf(host) === siteOf(target.hostname) ? null : target.hostname;
}

const WEB = /^(https?:\/\/)?([\p{L}\p{N}](?:[\p{L}\p{N}.-]*)\.\p{L}{2,})(?::\d+)?(\/\S*|[?#]\S*)?$/iu;
/** Set aside for examples and tests (RFC 2606). */
const RESERVED = /\.(?:test|example|invalid)$/i;

/** The host of a text that is a web address; "Node.js" and "offer.pdf" are none. In ASCII. */
function hostIn(text: string): string | null {
  const [, scheme, name, path] = WEB.exec(text) ?? [];
  const host = name && URL.parse(`https://${name}/`)?.hostname;
  if (!host) return null;
  const isCertain = scheme !== undefined || path !== undefined || /^www\./i.test(host) || RESERVED.test(host);
  return isCertain || parse(host).isIcann ? host : null;
}

const isOtherMail = (said: string, target: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(said) && said.toLowerCase() !== decoded(target).toLowerCase();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
