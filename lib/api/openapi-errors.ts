type Json = Record<string, unknown>;

/** The refusals of the API by status: what each means, its schema, and a body as it really comes. */
export const REFUSALS = {
  400: {
    name: "BadRequest",
    schema: "Problem",
    description:
      "Malformed JSON, an unknown or missing field (but for the body of the reply alone: 422), or a wrong value; the field is named, and so is a variable of the body that nothing is known for",
    example: {
      statusCode: 400,
      error: "Bad Request",
      message: '"lead_id" is not allowed',
      validation: { source: "payload", keys: ["lead_id"] },
    },
  },
  401: {
    name: "Unauthorized",
    schema: "Message",
    description: "No key, or one that is unknown or revoked",
    example: { message: "API key is required." },
  },
  403: {
    name: "Forbidden",
    schema: "Problem",
    description: "The key was not made for this (its scopes), or its owner may not do it",
    example: { statusCode: 403, error: "Forbidden", message: "This API key was not made for this" },
  },
  404: {
    name: "NotFound",
    schema: "Refusal",
    description: "No such campaign, stats id or reply that the key's owner can see",
    example: { error: "Email statistics not found for provided email_stats_id" },
  },
  405: {
    name: "MethodNotAllowed",
    schema: "Problem",
    description: "The address has another method; Allow says which",
    example: { statusCode: 405, error: "Method Not Allowed", message: "Method Not Allowed" },
  },
  409: {
    name: "Conflict",
    schema: "Problem",
    description: "The Idempotency-Key was used with another request, or its first request still runs",
    example: { statusCode: 409, error: "Conflict", message: "Idempotency-Key was used with another request" },
  },
  413: {
    name: "PayloadTooLarge",
    schema: "Problem",
    description: "The body is larger than 8 MiB",
    example: {
      statusCode: 413,
      error: "Payload Too Large",
      message: "Payload content length greater than maximum allowed",
    },
  },
  422: {
    name: "Unprocessable",
    schema: "Refusal",
    description:
      "The body of the reply (`emailBody`, or `email_body` where fields are called so) is missing or says nothing and all else is right, or somebody must not be written to",
    example: { error: "email_body is required" },
  },
  429: {
    name: "RateLimited",
    schema: "RateLimited",
    description: "Too many requests; Retry-After says how many seconds to wait",
    example: {
      error: { code: "RATE_LIMIT_EXCEEDED", message: "Too many requests. Try again in 2 seconds.", retry_after: 2 },
    },
  },
  500: {
    name: "Failure",
    schema: "Refusal",
    description: "A failure on our side; with an Idempotency-Key it can be tried again at once",
    example: { ok: false, error: "Something went wrong on our side", status: "error" },
  },
} as const satisfies Record<number, { name: string; schema: string; description: string; example: Json }>;

export type RefusalStatus = keyof typeof REFUSALS;

const RETRY_AFTER = { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } };

/** `components.responses` of the document. */
export const refusalResponses = (): Json =>
  Object.fromEntries(
    Object.entries(REFUSALS).map(([status, { name, schema, description, example }]) => [
      name,
      {
        description,
        ...(status === "429" ? { headers: RETRY_AFTER } : {}),
        content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` }, example } },
      },
    ]),
  );

/** The answers of an operation besides its success. */
export const refusals = (statuses: RefusalStatus[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${REFUSALS[status].name}` }]));
