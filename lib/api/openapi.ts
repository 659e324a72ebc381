import { z } from "zod";
import { GetReplyStatusInput, SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { ReplyEmailThreadInput } from "@/lib/services/replies/snake-case-schemas";
import { AcceptedReplyBody, BadRequestBody, EXAMPLES, RateLimitedBody, ReplyStatusBody } from "./openapi-bodies";
import { refusalResponses, refusals } from "./openapi-errors";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of `/api/v1`, made from the very schemas that its routes parse with. */
export function openApiDocument(): Json {
  return {
    openapi: "3.1.0",
    info: {
      title: "Threadwell API",
      version: "1.0.0",
      description:
        "Answers to leads' threads, in Smartlead's words. A key may be made for some things only: sending replies (reply.send), or reading how they stand (reply.read).",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKeyQuery: [] }, { bearer: [] }],
    paths: {
      "/email-campaigns/send-email-thread": {
        post: sendOperation({
          operationId: "sendEmailThread",
          summary: "Reply to a lead in its thread",
          schema: "SendEmailThreadInput",
          example: EXAMPLES.send,
          description: `Queues a reply in a lead's thread: at once, or for its time. ${SENT_AS}`,
        }),
      },
      "/campaigns/{campaign_id}/reply-email-thread": {
        parameters: [CAMPAIGN_ID],
        post: sendOperation({
          operationId: "replyEmailThread",
          summary: "The same reply in snake case",
          schema: "ReplyEmailThreadInput",
          example: EXAMPLES.reply,
          description: `The campaign stands in the path, and there is no field for the thread's number. ${SENT_AS}`,
        }),
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
        Problem: schemaOf(BadRequestBody),
        Message: schemaOf(z.object({ message: z.string() })),
        Refusal: schemaOf(z.object({ ok: z.literal(false).optional(), error: z.string() })),
        RateLimited: schemaOf(RateLimitedBody),
      },
      responses: refusalResponses(),
    },
  };
}

const SENT_AS = "It leaves from the thread's mailbox, quotes the message it answers, and gets the headers of a reply.";

const CAMPAIGN_ID = {
  name: "campaign_id",
  in: "path",
  required: true,
  description: "The number of the thread's campaign",
  schema: { type: "integer", exclusiveMinimum: 0 },
  example: EXAMPLES.send.campaignId,
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "For 24 hours a repeat with this key and the same body is answered as the first request was",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const integer = (description: string) => ({ description, schema: { type: "integer" } });
const RATE_HEADERS = {
  "X-RateLimit-Limit": integer("Requests that a key has in a minute"),
  "X-RateLimit-Remaining": integer("What is left of them"),
  "X-RateLimit-Reset": integer("When the minute ends, in seconds since 1970"),
};

type SendOperation = { operationId: string; summary: string; schema: string; example: Json; description: string };

function sendOperation({ schema, example, ...words }: SendOperation): Json {
  return {
    ...words,
    parameters: [IDEMPOTENCY_KEY],
    requestBody: { required: true, content: { "application/json": { schema: ref(schema), example } } },
    responses: {
      200: {
        description: "Accepted: plain text, or JSON for callers that accept it",
        headers: RATE_HEADERS,
        content: {
          "text/html": { schema: { type: "string" }, example: EXAMPLES.text },
          "application/json": { schema: ref("AcceptedReply"), example: EXAMPLES.accepted },
        },
      },
      ...refusals([400, 401, 403, 404, 405, 409, 413, 422, 429, 500]),
    },
  };
}

function statusOperation(): Json {
  const { properties = {}, required = [] } = z.toJSONSchema(GetReplyStatusInput);
  return {
    operationId: "getReplyStatus",
    summary: "The outcome of a reply",
    description: "How a reply stands, whoever wrote it: in the queue, sent, failed, or of unknown outcome.",
    parameters: Object.entries(properties).map(([name, property]) => {
      const { description, ...schema } = property as Json;
      return { name, in: "query", required: required.includes(name), description, schema };
    }),
    responses: {
      200: {
        description: "How it stands",
        headers: RATE_HEADERS,
        content: { "application/json": { schema: ref("ReplyStatus"), example: EXAMPLES.status } },
      },
      ...refusals([400, 401, 403, 404, 405, 429, 500]),
    },
  };
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

function schemaOf(schema: z.ZodType): Json {
  // OpenAPI 3.1 names the dialect once for the whole document.
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}
