import { expect, test } from "vitest";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { ReplyEmailThreadInput, snakeName } from "@/lib/services/replies/snake-case-schemas";
import { openApiDocument } from "./openapi";

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
