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
