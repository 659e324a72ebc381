import type { z } from "zod";
import { systemClock } from "@/lib/core/clock";
import { AppError, type FieldProblem } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { database } from "@/lib/db/client";
import { keyMay, type ApiScope } from "@/lib/domain/api-scope";
import { findApiActor } from "@/lib/services/api-keys/find-api-actor";
import type { Context } from "@/lib/services/context";
import { errorResponse, type ErrorStyle } from "./error-response";
import { countRequest } from "./rate-limit";
import { readJson } from "./read-json";

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
/** What a handler may need of the request besides its parsed input. `text` is the body as it came, empty for GET. */
export type ApiCall = { apiKeyId: string; request: Request; params: Record<string, string>; text: string };

/**
 * The edge of `/api/v1`: key, rate, body, schema, handler, and every error in this API's shapes. Cookies count for nothing
 * here, and no page of another origin is let in. A key that was not made for `scope` is refused. GET takes its input from the query, other methods from a JSON body.
 */
export function apiRoute<Schema extends z.ZodType>(
  scope: ApiScope,
  schema: Schema,
  handler: (context: Context, input: z.output<Schema>, call: ApiCall) => Promise<Response>,
  style: ErrorStyle = {},
): (request: Request, route: RouteContext) => Promise<Response> {
  return async (request, route) => {
    const isQuery = request.method === "GET" || request.method === "HEAD";
    let counted: Record<string, string> = {};
    const answer = async () => {
      const db = database();
      const { scopes, ...actor } = await authenticate(request);
      const { headers, refusal: tooMany } = await countRequest(actor.apiKeyId);
      counted = headers;
      if (tooMany) throw tooMany;
      if (!keyMay(scopes, scope)) throw new AppError("forbidden", { reason: "api_key_scope" });
      const { value, text } = isQuery ? { value: queryOf(request), text: "" } : await readJson(request);
      const parsed = schema.safeParse(value);
      if (!parsed.success) throw refusal(fieldProblemsOf(parsed.error, value));
      const params = (await route.params) as Record<string, string>;
      const call = { apiKeyId: actor.apiKeyId, request, params, text };
      return handler({ actor, db, now: systemClock }, parsed.data, call);
    };
    const response = await answer().catch((error: unknown) =>
      errorResponse(error, { source: isQuery ? "query" : "payload", ...style }),
    );
    for (const [name, value] of Object.entries(counted)) response.headers.set(name, value);
    return response;
  };
}

async function authenticate(request: Request) {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const key = new URL(request.url).searchParams.get("api_key") || bearer;
  if (!key) throw new AppError("unauthenticated", { reason: "api_key_required" });
  const actor = await findApiActor(database(), key);
  if (!actor) throw new AppError("unauthenticated", { reason: "api_key_invalid" });
  return actor;
}

function queryOf(request: Request): Record<string, string> {
  const { api_key: _key, ...query } = Object.fromEntries(new URL(request.url).searchParams);
  return query;
}

/** A body that says nothing is understood but cannot be processed; everything else is a bad request. */
function refusal(fields: FieldProblem[]): AppError {
  const saysNothing = ({ path, reason }: FieldProblem) =>
    /^email_?body$/i.test(path) && (reason === "required" || reason === "empty");
  if (fields.every(saysNothing)) return new AppError("unprocessable", { reason: "email_body" });
  return new AppError("invalid", { fields });
}
