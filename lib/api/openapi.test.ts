import { expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { ReplyEmailThreadInput, snakeName } from "@/lib/services/replies/snake-case-schemas";
import { errorResponse } from "./error-response";
import { openApiDocument } from "./openapi";
import { AcceptedReplyBody, EXAMPLES, ReplyStatusBody } from "./openapi-bodies";
import { REFUSALS, type RefusalStatus } from "./openapi-errors";
import { MAX_BODY_BYTES } from "./read-json";

type Schema = {
  properties: Record<string, { type?: string; enum?: string[] }>;
  required: string[];
  additionalProperties: boolean;
};
const document = openApiDocument() as {
  openapi: string;
  paths: Record<string, object>;
  components: Record<"schemas" | "responses" | "securitySchemes", Record<string, Schema>>;
};

test("the document has every field of the contract, with type and requiredness, and nothing else", () => {
  const { properties, required, additionalProperties } = document.components.schemas.SendEmailThreadInput!;

  expect(Object.keys(properties)).toEqual(Object.keys(SendEmailThreadInput.shape));
  expect(required).toEqual(["campaignId", "emailStatsId", "emailBody"]);
  expect(additionalProperties).toBe(false);
  expect(properties).toMatchObject({
    campaignId: { type: "integer" },
    emailBody: { type: "string" },
    scheduledTime: { type: "string", format: "date-time" },
    scheduleCondition: { enum: ["always", "if_no_reply"] },
    addSignature: { type: "boolean" },
    attachments: { type: "array", items: { required: ["file_url"], additionalProperties: false } },
  });
});

test("a file is named by an address that a caller can have: no call of the document makes an upload", () => {
  const described = JSON.stringify(document.components.schemas.SendEmailThreadInput!.properties.attachments);

  expect(Object.keys(document.paths).join()).not.toContain("upload");
  expect(described).toContain("An https address, from which the file is fetched");
});

test("the alias has the same fields in snake case, but for the campaign and the thread's number", () => {
  const camel = Object.keys(SendEmailThreadInput.shape).filter((name) => name !== "campaignId" && name !== "id");

  expect(Object.keys(ReplyEmailThreadInput.shape)).toEqual(camel.map(snakeName));
});

test("every reference in the document leads somewhere", () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];

  expect(document.openapi).toBe("3.1.0");
  expect(references.length).toBeGreaterThan(10);
  for (const [, kind, name] of references)
    expect(document.components[kind as "schemas"], `${kind}/${name}`).toHaveProperty(name!);
});

test.each([
  [400, new AppError("invalid", { fields: [{ path: "lead_id", reason: "unknown_key" }] })],
  [401, new AppError("unauthenticated", { reason: "api_key_required" })],
  [404, new AppError("not_found", { reason: "stats_id" })],
  [409, new AppError("conflict", { reason: "idempotency_key_reused" })],
  [413, new AppError("too_large")],
  [422, new AppError("unprocessable", { reason: "email_body" })],
  [429, new AppError("rate_limited", { retryAfterSeconds: 2 })],
  [500, new AppError("unavailable")],
] satisfies [RefusalStatus, AppError][])("the example of %s is what is really answered", async (status, error) => {
  const response = errorResponse(error);

  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(REFUSALS[status].example);
});

test("the examples of requests and answers hold to their schemas", () => {
  expect(SendEmailThreadInput.parse(EXAMPLES.send)).toEqual(EXAMPLES.send);
  expect(ReplyEmailThreadInput.parse(EXAMPLES.reply)).toEqual(EXAMPLES.reply);
  expect(AcceptedReplyBody.parse(EXAMPLES.accepted)).toEqual(EXAMPLES.accepted);
  expect(ReplyStatusBody.parse(EXAMPLES.status)).toEqual(EXAMPLES.status);
});

test("every field of the contract says what it means, and the limit that is named is the one that holds", () => {
  const schemas = ["SendEmailThreadInput", "ReplyEmailThreadInput"].map((name) => document.components.schemas[name]!);

  for (const { properties } of schemas)
    for (const [name, property] of Object.entries(properties)) expect(property, name).toHaveProperty("description");
  expect(REFUSALS[413].description).toContain(`${MAX_BODY_BYTES / 1024 ** 2} MiB`);
});
