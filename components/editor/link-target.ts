const SCHEMES = ["http", "https", "mailto", "tel"];

/** Addresses that a link may lead to: the web, mail and telephones. A bare host is meant as https. */
export function isLinkTarget(url: string | undefined): boolean {
  const address = url?.trim() ?? "";
  // What browsers strip (control characters, RFC 3986 has none) could hide a scheme.
  if (/[\p{Cc}\s]/u.test(address)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(?:\/|$))/i.exec(address)?.[1]?.toLowerCase();
  if (scheme) return SCHEMES.includes(scheme) && address.length > scheme.length + 1;
  return /^[^\s/?#:\\]+\.[^\s/?#:\\]+/.test(address);
}

/** The address as a link holds it: a bare host is meant as https, what has an `@` as mail. */
export function linkAddress(written: string): string {
  const address = written.trim();
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address)) return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}

/**
 * Whether what somebody wrote as words is to become a link by itself. A full stop without its space ("Thanks.Best") and the name of a
 * file ("deck.zip") end like names of hosts, and would lead the reader to somebody else's site.
 */
export function isMeantAsLink(written: string): boolean {
  if (!isLinkTarget(written)) return false;
  if (written.includes("@") || /^(?:[a-z][a-z0-9+.-]*:(?!\d)|www\.)/i.test(written)) return true;
  const [host = "", ...path] = written.split(/[/?#]/);
  const ending = host.replace(/:\d+$/, "").split(".").at(-1) ?? "";
  return ending === ending.toLowerCase() && (path.length > 0 || !FILE_ENDINGS.has(ending));
}

/**
 * Whether words that nobody has looked at are an address and nothing else: with its scheme, "www.", an `@` or a path behind the host. A
 * price, a day and the name of a file have points, too.
 */
export const isSurelyLink = (written: string): boolean =>
  isLinkTarget(written) &&
  /^(?:[a-z][a-z0-9+.-]*:(?!\d)|www\.[^\s.]+\.|[^\s/@]+@[^\s/@]+\.[a-z]{2,}$|[^\s/@:]+\.[a-z]{2,}(?::\d+)?\/\S)/i.test(
    written,
  );

/** Endings of files that are top-level domains as well. */
const FILE_ENDINGS = new Set(["zip", "mov", "md", "py", "rs", "sh", "ps"]);
