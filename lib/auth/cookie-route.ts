import type { z } from "zod";
import { systemClock } from "@/lib/core/clock";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { log } from "@/lib/core/log";
import { database } from "@/lib/db/client";
import type { Context } from "@/lib/services/context";
import { getActor } from "./actor";
import { isSameOriginWrite } from "./same-origin";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type Params = Record<string, string | string[] | undefined>;

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  unprocessable: 422,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
};

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
      return errorResponse(error);
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

function errorResponse(error: unknown): Response {
  const known = error instanceof AppError ? error : new AppError("unavailable", { cause: error });
  if (known !== error) log.error({ err: error }, "route failed");
  const { code, reason, fields, retryAfterSeconds } = known;
  const body = { error: { code, ...(reason ? { reason } : {}), ...(fields.length > 0 ? { fields } : {}) } };
  const headers = new Headers({ "cache-control": "private, no-store" });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterSeconds)));
  return Response.json(body, { status: STATUS[code], headers });
}
