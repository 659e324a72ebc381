import { z } from "zod";
import { REPLY_STATUSES } from "@/lib/domain/reply-state";
import { GetReplyStatusInput, SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { ReplyEmailThreadInput } from "@/lib/services/replies/snake-case-schemas";
import { API_STATUSES } from "./api-status";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of `/api/v1`, made from the very schemas that its routes parse with. */
export function openApiDocument(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Threadwell API",
      version: "1.0.0",
      description: "Answers to leads' threads, in Smartlead's words.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKeyQuery: [] }, { bearer: [] }],
    paths: {
      "/email-campaigns/send-email-thread": { post: sendOperation("sendEmailThread", "SendEmailThreadInput") },
      "/campaigns/{campaign_id}/reply-email-thread": {
        parameters: [
          { name: "campaign_id", in: "path", required: true, schema: { type: "integer", exclusiveMinimum: 0 } },
        ],
        post: sendOperation("replyEmailThread", "ReplyEmailThreadInput"),
      },
      "/master-inbox/reply-status": { get: statusOperation() },
    },
    components: {
      securitySchemes: {
        apiKeyQuery: { type: "apiKey", in: "query", name: "api_key" },
        bearer: { type: "http", scheme: "bearer" },
      },
      schemas: {
        SendEmailThreadInput: schemaOf(SendEmailThreadInput),
        ReplyEmailThreadInput: schemaOf(ReplyEmailThreadInput),
        AcceptedReply: schemaOf(AcceptedReplyBody),
        ReplyStatus: schemaOf(ReplyStatusBody),
        ...ERROR_SCHEMAS,
      },
      responses: ERROR_RESPONSES,
    },
  };
}

const AcceptedReplyBody = z.strictObject({
  success: z.literal(true),
  message: z.string(),
  replyId: z.uuid(),
  messageId: z.string().meta({ description: "Message-ID with angle brackets, fixed from now on" }),
  status: z.enum(REPLY_STATUSES),
  scheduledTime: z.iso.datetime().nullable(),
});

const ReplyStatusBody = z.strictObject({
  ok: z.literal(true),
  data: z.strictObject({
    message_id: z.string(),
    status: z.enum(API_STATUSES),
    status_message: z.string(),
    event_time: z.iso.datetime(),
    scheduled_time: z.iso.datetime().nullable(),
    email_stats_id: z.string(),
  }),
});

const BadRequestBody = z.object({
  statusCode: z.int(),
  error: z.string(),
  message: z.string(),
  validation: z.object({ source: z.enum(["payload", "query"]), keys: z.array(z.string()) }).optional(),
});

const RateLimitedBody = z.object({
  error: z.object({ code: z.literal("RATE_LIMIT_EXCEEDED"), message: z.string(), retry_after: z.int() }),
});

const ERROR_SCHEMAS: Json = {
  Problem: schemaOf(BadRequestBody),
  Message: schemaOf(z.object({ message: z.string() })),
  Refusal: schemaOf(z.object({ ok: z.literal(false).optional(), error: z.string() })),
  RateLimited: schemaOf(RateLimitedBody),
};

const RETRY_AFTER = { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } };

const ERROR_RESPONSES: Json = {
  BadRequest: error("Malformed JSON, an unknown or missing field, or a wrong value; the field is named", "Problem"),
  Unauthorized: error("No key, or one that is unknown or revoked", "Message"),
  NotFound: error("No such campaign, stats id or reply that the key's owner can see", "Refusal"),
  Conflict: error("The Idempotency-Key was used with another request, or its first request still runs", "Problem"),
  PayloadTooLarge: error("The body is too large", "Problem"),
  Unprocessable: error("The body of the reply is empty, or somebody must not be written to", "Refusal"),
  RateLimited: { ...error("Too many requests", "RateLimited"), headers: RETRY_AFTER },
  Failure: error("A failure on our side", "Refusal"),
};

const ERRORS_BY_STATUS = {
  400: "BadRequest",
  401: "Unauthorized",
  404: "NotFound",
  409: "Conflict",
  413: "PayloadTooLarge",
  422: "Unprocessable",
  429: "RateLimited",
  500: "Failure",
} as const;

function sendOperation(operationId: string, schema: string): Json {
  return {
    operationId,
    summary: "Reply to a lead in its thread",
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        required: false,
        description: "For 24 hours a repeat with this key and the same body is answered as the first request was",
        schema: { type: "string", minLength: 1, maxLength: 255 },
      },
    ],
    requestBody: { required: true, content: { "application/json": { schema: ref("schemas", schema) } } },
    responses: {
      200: {
        description: "Accepted: plain text, or JSON for callers that accept it",
        content: {
          "text/html": { schema: { type: "string", examples: ["Email added to the queue, will be sent out soon!"] } },
          "application/json": { schema: ref("schemas", "AcceptedReply") },
        },
      },
      ...errors([400, 401, 404, 409, 413, 422, 429, 500]),
    },
  };
}

function statusOperation(): Json {
  const { properties = {}, required = [] } = z.toJSONSchema(GetReplyStatusInput);
  return {
    operationId: "getReplyStatus",
    summary: "The outcome of a reply",
    parameters: Object.entries(properties).map(([name, schema]) => ({
      name,
      in: "query",
      required: required.includes(name),
      schema,
    })),
    responses: {
      200: { description: "How it stands", content: { "application/json": { schema: ref("schemas", "ReplyStatus") } } },
      ...errors([400, 401, 404, 429, 500]),
    },
  };
}

const errors = (statuses: (keyof typeof ERRORS_BY_STATUS)[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, ref("responses", ERRORS_BY_STATUS[status])]));

function error(description: string, schema: string): Json {
  return { description, content: { "application/json": { schema: ref("schemas", schema) } } };
}

function ref(kind: "schemas" | "responses", name: string): Json {
  return { $ref: `#/components/${kind}/${name}` };
}

function schemaOf(schema: z.ZodType): Json {
  // OpenAPI 3.1 names the dialect once for the whole document.
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}
