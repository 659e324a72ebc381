import { describe, expect, test } from "vitest";
import { openApiDocument } from "@/lib/api/openapi";
import { jsonParts } from "./json-parts";
import { basePathOf, readOperations } from "./read-document";
import { requestLine } from "./request-line";

const operations = readOperations(openApiDocument());
const operation = (id: string) => operations.find((each) => each.id === id)!;
const HERE = { base: "https://app.seller.test/api/v1", values: {} };

describe("readOperations", () => {
  test("every operation comes with its fields, and each answer with its body", () => {
    expect(operations.map(({ id, method }) => `${method} ${id}`)).toEqual([
      "POST sendEmailThread",
      "POST replyEmailThread",
      "GET getReplyStatus",
    ]);
    const { body, answers } = operation("sendEmailThread");
    expect(body!.fields.filter((field) => field.isRequired).map((field) => field.name)).toEqual([
      "campaignId",
      "emailStatsId",
      "emailBody",
    ]);
    expect(answers.map(({ status }) => Number(status))).toEqual([
      200, 400, 401, 403, 404, 405, 409, 413, 422, 429, 500,
    ]);
    for (const { bodies } of answers) for (const each of bodies) expect(each.example).toBeTruthy();
  });

  test("a field tells its type and its limits in the document's words", () => {
    const { fields } = operation("sendEmailThread").body!;
    const field = (name: string) => fields.find((each) => each.name === name)!;

    expect(field("emailStatsId").limits).toEqual([{ kind: "length", minimum: 1, maximum: 200 }]);
    expect(field("scheduledTime").type).toBe("string (date-time)");
    expect(field("scheduleCondition").limits).toEqual([{ kind: "oneOf", values: ["always", "if_no_reply"] }]);
    expect(field("attachments")).toMatchObject({ type: "array of object", fields: [{ name: "file_url" }, {}, {}, {}] });
    expect(field("campaignId").limits).toEqual([{ kind: "above", value: 0 }]);
  });
});

describe("requestLine", () => {
  test("a path's own number stands in the address", () => {
    const line = requestLine(operation("replyEmailThread"), HERE);

    expect(line).toContain('"https://app.seller.test/api/v1/campaigns/12345/reply-email-thread?api_key=KEY"');
  });

  test("a quote in a body does not end the argument", () => {
    const send = operation("sendEmailThread");
    const line = requestLine({ ...send, body: { fields: [], example: { emailBody: "It's here" } } }, HERE);

    expect(line).toContain(String.raw`It'\''s here`);
  });

  test("what a query needs is escaped, and stands as a word where nothing is known", () => {
    const status = operation("getReplyStatus");

    expect(requestLine(status, HERE)).toContain("?api_key=KEY&message_id=MESSAGE_ID");
    expect(requestLine(status, { ...HERE, values: { message_id: "<a&b@seller.test>" } })).toContain(
      "&message_id=%3Ca%26b%40seller.test%3E",
    );
  });
});

test("the parts of a JSON text are the text again, each of its kind", () => {
  const text = JSON.stringify({ a: 'say "null": 1', n: -1.5e3, ok: true, none: null, list: [1, "t"] }, null, 2);
  const parts = jsonParts(text);

  expect(parts.map((part) => part.text).join("")).toBe(text);
  const of = (kind: string) => parts.filter((part) => part.kind === kind).map((part) => part.text);
  expect(of("key")).toEqual(['"a"', '"n"', '"ok"', '"none"', '"list"']);
  expect(of("string")).toEqual([String.raw`"say \"null\": 1"`, '"t"']);
  expect(of("literal")).toEqual(["-1500", "true", "null", "1"]);
});

test("the document's paths begin where the API answers", () => {
  expect(basePathOf(openApiDocument())).toBe("/api/v1");
});
