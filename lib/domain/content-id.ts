/** The Content-ID that the value of a `src` names by `cid:` (RFC 2392): escaped once for the URL and once for the attribute. */
export function contentIdOf(src: string): string {
  const id = src.slice("cid:".length).replaceAll("&amp;", "&");
  try {
    return decodeURIComponent(id).toLowerCase();
  } catch {
    return id.toLowerCase();
  }
}
