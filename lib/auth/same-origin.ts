import { originOf } from "./trusted-origin";

/**
 * Whether a request may act with the browser's cookie. Reading always may. A write must come from a page of this origin:
 * every browser says so in Sec-Fetch-Site or at least in Origin, so that a write which carries neither is refused.
 */
export function isSameOriginWrite(request: Pick<Request, "method" | "headers">): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "same-origin") return false;
  if (origin !== null) return origin === originOf(request.headers);
  return site === "same-origin";
}
