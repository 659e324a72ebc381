import { NextResponse, type NextRequest } from "next/server";
import { securityHeaders } from "@/lib/auth/security-headers";
import { originOf } from "@/lib/auth/trusted-origin";

/** Adds headers to every answer. It is no gate: pages, handlers and actions each authorise themselves. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const origin = new URL(originOf(request.headers));
  const added = securityHeaders({
    nonce,
    pathname: request.nextUrl.pathname,
    secure: origin.protocol === "https:",
    dev: process.env.NODE_ENV === "development",
  });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-threadwell-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-forwarded-host", origin.host);
  headers.set("x-forwarded-proto", origin.protocol.slice(0, -1));
  // Next reads the nonce for its own scripts from here.
  const policy = added["content-security-policy"];
  if (policy) headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(added)) response.headers.set(name, value);
  return response;
}

/** The routes left out have the same headers from next.config.js; a font, which runs nothing, has those that concern it. */
export const config = {
  matcher:
    "/((?!_next/static|_next/image|fonts/inter-4\\.1-latin\\.woff2$|fonts/inter-4\\.1-latin-more\\.woff2$|api/uploads$|api/imports/|api/v1/).*)",
};
