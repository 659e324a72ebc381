import { EgressError, type EgressReason, fetchPinned, resolveAll } from "@/lib/core/egress";
import { env } from "@/lib/core/env";
import { resolveAside } from "@/lib/core/resolve-aside";
import { rasterTypeOf } from "@/lib/domain/raster-type";

type FetchedImage = { contentType: string; content: Buffer } | { problem: EgressReason | "no_picture" };

const LIMITS = { maxBytes: 10 * 1024 * 1024, timeoutMs: 10_000 };
/** Where web servers are: whoever writes a mail shall not knock at others through us. */
const PORTS = [80, 443];
/** Nothing of the reader: no cookie, no referrer, no language, and the name of no program. */
const HEADERS = { "user-agent": "Mozilla/5.0", accept: "image/png,image/jpeg,image/gif,image/webp" };

/**
 * Fetches a picture from another server, with or without TLS, at most 10 MB and 10 s. What it is, its first bytes say, whatever its
 * server calls it; SVG is none. A stranger chose the address, so that no private server is asked, not even one that the operator
 * named for a member's own connections. Never throws.
 */
export async function fetchImage(url: string): Promise<FetchedImage> {
  try {
    const allow = env().IMAGE_PROXY_ALLOW;
    // Only a name that the operator gave may be one that this machine alone knows.
    const lookup = (host: string) =>
      (allow.some((each) => each.startsWith(`${host}:`)) ? resolveAll : resolveAside)(host);
    const { content } = await fetchPinned(url, {
      ...LIMITS,
      headers: HEADERS,
      plain: true,
      allow,
      lookup,
      ports: PORTS,
    });
    const contentType = rasterTypeOf(content);
    return contentType ? { contentType, content } : { problem: "no_picture" };
  } catch (error) {
    return { problem: error instanceof EgressError ? error.reason : "network" };
  }
}
