import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { originOf } from "@/lib/auth/trusted-origin";
import { visitorOf } from "@/lib/auth/visitor-of";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  const origin = originOf(request.headers);
  // next-auth builds its redirects from this header.
  if (request.headers.get("x-forwarded-host") !== new URL(origin).host) return new Response(null, { status: 421 });
  return (await NextAuth(request, context, authOptions(origin, visitorOf(request.headers)))) as Response;
}

export { handle as GET, handle as POST };
