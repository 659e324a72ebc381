import type { IncomingMessage, ServerResponse } from "node:http";
import { securityHeaders } from "./security-headers";
import { originOf } from "./trusted-origin";

type Request = Pick<IncomingMessage, "url" | "headers">;
type Settings = { dev: boolean; own?: Parameters<typeof originOf>[1] };

/** The build's own files and the fonts run nothing by themselves; what they are told stands in next.config.js. */
const IS_FILE = /^\/(?:_next\/(?:static|image)(?:\/|$)|fonts\/inter-4\.1-(?:letters|signs)\.woff2$)/;
/** What a parser folds away: such a path may lead anywhere. */
const HAS_DOTS = /\/(?:\.|%2e)/i;

/**
 * Adds its security headers to the answer of every request, and tells Next what they go by: the nonce of the page's scripts, the
 * path for the way back from the sign-in, and the origin that actions are compared with. What a client says of these is
 * overwritten. It is no gate: pages, handlers and actions each authorise themselves. It stands in the web server and not in Next's
 * proxy, which costs each request up to a millisecond and a half more.
 */
export function secureRequest(
  request: Request,
  response: Pick<ServerResponse, "setHeader">,
  { dev, own }: Settings,
): void {
  const { url = "/", headers } = request;
  // As it was written: what a parser makes of it might be another path than the one that Next serves.
  const [pathname = "/"] = url.split("?");
  if (IS_FILE.test(pathname) && !HAS_DOTS.test(pathname)) return;
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const origin = new URL(originOf({ get: (name) => first(headers[name]) }, own));
  const added = securityHeaders({ nonce, pathname, secure: origin.protocol === "https:", dev });
  headers["x-nonce"] = nonce;
  headers["x-threadwell-path"] = asAsked(url);
  headers["x-forwarded-host"] = origin.host;
  // Next asks itself by it where it hands an action on, and is reached without TLS; the sign-in makes addresses for browsers.
  headers["x-forwarded-proto"] = pathname.startsWith("/api/auth/") ? origin.protocol.slice(0, -1) : "http";
  // Next reads the nonce for its own scripts from here.
  headers["content-security-policy"] = added["content-security-policy"] ?? "";
  for (const [name, value] of Object.entries(added)) response.setHeader(name, value);
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null));

/** Without what Next's router adds to the addresses that it reads. */
const asAsked = (url: string) => url.replace(/([?&])_rsc=[^&]*(&|$)/, (_, before, after) => (after ? before : ""));
