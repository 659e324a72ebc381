import { AppError, type ErrorCode } from "@/lib/core/errors";
import { log } from "@/lib/core/log";

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

/** What a route answers a browser that was refused: `{error: {code, reason?, fields?}}`, never cached. */
export function routeError(error: unknown): Response {
  const known = error instanceof AppError ? error : new AppError("unavailable", { cause: error });
  if (known !== error) log.error({ err: error }, "route failed");
  const { code, reason, fields, retryAfterSeconds } = known;
  const body = { error: { code, ...(reason ? { reason } : {}), ...(fields.length > 0 ? { fields } : {}) } };
  const headers = new Headers({ "cache-control": "private, no-store" });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(Math.ceil(retryAfterSeconds)));
  return Response.json(body, { status: STATUS[code], headers });
}
