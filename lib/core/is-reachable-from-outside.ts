import { isIP } from "node:net";
import { isPublic } from "./egress";
import { appUrl } from "./env";

/** Names that only a machine or a network of one's own knows (RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`). */
const OWN_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home|home\.arpa|test|example|invalid|localdomain)$/;

/**
 * Whether somebody else's server can fetch a file from this app: https, and a name or an address that the world knows. Told from the
 * address alone; a firewall in between is not seen.
 */
export function isReachableFromOutside(url: string = appUrl()): boolean {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== "https:") return false;
  const host = parsed.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isIP(host)) return isPublic(host);
  return host.includes(".") && !OWN_NAMES.test(host);
}
