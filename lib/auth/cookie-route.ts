import type { z } from "zod";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { database } from "@/lib/db/client";
import type { Context } from "@/lib/services/context";
import { getActor } from "./actor";
import { routeError } from "./route-error";
import { isSameOriginWrite } from "./same-origin";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Params = Record<string, string | string[] | undefined>;

/**
 * The edge of routes that a signed-in browser asks: 401 without a session, 403 for writes from elsewhere, errors as
 * `{error: {code, reason?, fields?}}`. Answers are private and never cached unless the handler says otherwise.
 */
export function cookieRoute(
  handler: (context: Context, request: Request, params: Params) => Promise<Response>,
): (request: Request, route: RouteContext) => Promise<Response> {
  return async (request, route) => {
    try {
      if (!isSameOriginWrite(request)) throw new AppError("forbidden", { reason: "other_origin" });
      const actor = await getActor();
      if (!actor) throw new AppError("unauthenticated");
      const response = await handler({ actor, db: database(), now: systemClock }, request, await route.params);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
      return response;
    } catch (error) {
      return routeError(error);
    }
  };
}

/** A GET route that parses path and query parameters (the path's win) with a schema and answers a verb's result as JSON. */
export function apiGet<Schema extends z.ZodType, Data>(
  schema: Schema,
  verb: (context: Context, input: z.output<Schema>) => Promise<Data>,
) {
  return cookieRoute(async (context, request, params) => {
    const input = { ...Object.fromEntries(new URL(request.url).searchParams), ...params };
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
    return Response.json(await verb(context, parsed.data));
  });
}
