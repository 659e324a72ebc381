import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { limitProviderSteps } from "@/lib/auth/limit-provider-steps";
import { originOf } from "@/lib/auth/trusted-origin";
import { visitorOf } from "@/lib/auth/visitor-of";
import { databasePool } from "@/lib/db/client";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  const origin = originOf(request.headers);
  // next-auth builds its redirects from this header.
  if (request.headers.get("x-forwarded-host") !== new URL(origin).host) return new Response(null, { status: 421 });
  const visitor = visitorOf(request.headers);
  const { nextauth } = await context.params;
  const refused = await limitProviderSteps(databasePool(), nextauth, { method: request.method, visitor });
  if (refused) return refused;
  return (await NextAuth(request, context, authOptions(origin, visitor))) as Response;
}

export { handle as GET, handle as POST };
