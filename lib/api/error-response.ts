import { AppError, type ErrorCode } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { fieldName, problemSentence } from "./problem-sentence";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  unprocessable: 422,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 500,
};

const SENTENCES: Record<string, string> = {
  api_key_required: "API key is required.",
  api_key_invalid: "Invalid API Key",
  api_key_scope: "This API key was not made for this",
  campaign: "Campaign not found - Invalid campaign_id.",
  stats_id: "Email statistics not found for provided email_stats_id",
  reply: "No reply found for the given message_id",
  path: "Not Found",
  method: "Method Not Allowed",
  json: "Invalid request payload JSON format",
  email_body: "email_body is required",
  not_at_smartlead: "Smartlead does not know the lead of this thread any more",
  lead_unsubscribed: "The lead has unsubscribed and must not be written to",
  lead_do_not_contact: "The lead must not be contacted",
  lead_bounced: "The lead's address bounced permanently",
  blocked: "A recipient is on the block list",
  body: "Payload content length greater than maximum allowed",
  idempotency_key: "Idempotency-Key must be 1 to 255 printable characters",
  idempotency_key_reused: "Idempotency-Key was used with another request",
  idempotency_key_running: "The first request with this Idempotency-Key is still running",
};

/** What the body of an answer depends on besides the error: how this endpoint names fields, and where they stand. */
export type ErrorStyle = { nameOf?: (path: string) => string; source?: "payload" | "query" };

/** The one mapping from errors to this API's answers, in the shapes that Smartlead's clients know. */
export function errorResponse(error: unknown, style: ErrorStyle = {}): Response {
  const known = error instanceof AppError ? error : new AppError("unavailable", { cause: error });
  if (known !== error) log.error({ err: error }, "api request failed");
  const headers = new Headers({ "cache-control": "no-store" });
  if (known.retryAfterSeconds !== undefined) headers.set("retry-after", String(known.retryAfterSeconds));
  return Response.json(bodyOf(known, style), { status: STATUS[known.code], headers });
}

function bodyOf(error: AppError, style: ErrorStyle): Record<string, unknown> {
  const sentence = SENTENCES[error.reason ?? ""];
  switch (error.code) {
    case "unauthenticated":
      return { message: sentence ?? "Invalid API Key" };
    case "invalid":
      return invalidBody(error, style);
    case "not_found":
      if (error.reason === "path") return hapi(404, "Not Found", "Not Found");
      return error.reason === "reply" ? { ok: false, error: sentence } : { error: sentence ?? "Not found" };
    case "unprocessable":
      return { error: error.fields.length > 0 ? sentencesOf(error, style) : (sentence ?? "Unprocessable") };
    case "rate_limited":
      return rateLimitedBody(error.retryAfterSeconds ?? 1);
    case "conflict":
      return hapi(409, "Conflict", sentence ?? "Conflict");
    case "too_large":
      return hapi(413, "Payload Too Large", SENTENCES.body!);
    case "forbidden":
      return hapi(403, "Forbidden", sentence ?? "Insufficient permission");
    case "unavailable":
      return { ok: false, error: "Something went wrong on our side", status: "error" };
  }
}

function invalidBody(error: AppError, style: ErrorStyle): Record<string, unknown> {
  if (error.fields.length === 0) return hapi(400, "Bad Request", SENTENCES[error.reason ?? ""] ?? "Bad Request");
  const keys = [...new Set(namedFields(error, style).map(({ path }) => fieldName(path)))];
  return {
    ...hapi(400, "Bad Request", sentencesOf(error, style)),
    validation: { source: style.source ?? "payload", keys },
  };
}

const MAX_PROBLEMS = 20;

const namedFields = ({ fields }: AppError, { nameOf = (path) => path }: ErrorStyle) =>
  fields
    .slice(0, MAX_PROBLEMS)
    .map((field) => ({ ...field, path: field.reason === "unknown_key" ? field.path : nameOf(field.path) }));

const sentencesOf = (error: AppError, style: ErrorStyle): string =>
  namedFields(error, style).map(problemSentence).join(". ");

const rateLimitedBody = (seconds: number) => ({
  error: {
    code: "RATE_LIMIT_EXCEEDED",
    message: `Too many requests. Try again in ${seconds} seconds.`,
    retry_after: seconds,
  },
});

const hapi = (statusCode: number, error: string, message: string) => ({ statusCode, error, message });
