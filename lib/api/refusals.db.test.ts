import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { POST as send } from "@/app/api/v1/email-campaigns/send-email-thread/route";
import { leads, replies } from "@/lib/db/schema";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

process.env.API_RATE_PER_2S = "1000";
process.env.API_RATE_PER_MINUTE = "1000";

const database = testDatabase();
let world: World;
let key: string;
let GOOD: { campaignId: number; emailStatsId: string; emailBody: string };

beforeEach(async () => {
  world = await makeWorld(database.db);
  GOOD = { campaignId: world.campaign.number, emailStatsId: world.messages[0]!.statsId, emailBody: "Thanks!" };
  ({ secret: key } = await createApiKey(contextOf(world.member, database.db), { name: "crm" }));
});

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/email-campaigns/send-email-thread?api_key=${key}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return send(request, { params: Promise.resolve({}) });
}

async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}
const repliesNow = () => database.db.select().from(replies).where(eq(replies.workspaceId, world.workspaceId));

test("each wrong field is refused by its name", async () => {
  const wrong: [object, string][] = [
    [{ foo: 1 }, '"foo" is not allowed'],
    [{ workspaceId: "x", status: "sent" }, '"workspaceId" is not allowed. "status" is not allowed'],
    [{ campaignId: "12345" }, '"campaignId" must be a number'],
    [{ campaignId: undefined }, '"campaignId" is required'],
    [{ emailStatsId: "" }, '"emailStatsId" is not allowed to be empty'],
    [{ emailBody: 5 }, '"emailBody" must be a string'],
    [{ emailBody: "a\0b" }, '"emailBody" must not contain NUL characters'],
    [{ addSignature: "yes" }, '"addSignature" must be a boolean'],
    [{ scheduleCondition: "sometimes" }, '"scheduleCondition" must be one of [always, if_no_reply]'],
    [{ seqType: "two words" }, '"seqType" must be a short token of letters, digits, dots, dashes and underscores'],
    [{ toEmail: "" }, '"toEmail" is not allowed to be empty'],
    [{ toFirstName: "Ana\r\nBcc: x@y.test" }, '"toFirstName" must not contain control characters'],
    [{ scheduledTime: "tomorrow" }, '"scheduledTime" must be a valid ISO 8601 date and time'],
    [{ scheduledTime: "+275760-09-13T00:00:00Z" }, '"scheduledTime" must lie in the years 1000 to 9999'],
    [{ scheduledTime: "2999-01-01T10:00:00" }, '"scheduledTime" must be in ISO 8601 format with an offset or Z'],
    [{ scheduledTime: "2020-01-01T10:00:00Z" }, '"scheduledTime" must not be more than 5 minutes in the past'],
    [{ replyEmailTime: "some day" }, '"replyEmailTime" must be a valid ISO 8601 date and time'],
    [{ id: 1 }, '"id" does not belong to the thread of this stats id'],
    [{ replyMessageId: "<no@where>" }, '"replyMessageId" does not belong to the thread of this stats id'],
    [{ attachments: [{}] }, '"attachments[0].file_url" is required'],
    [{ attachments: [{ file_url: "https://8.8.8.8/a", name: "x" }] }, '"attachments[0].name" is not allowed'],
    [{ attachments: [{ file_url: "http://8.8.8.8/a" }] }, '"attachments[0].file_url" must be an https address'],
    [
      { attachments: [{ file_url: "https://169.254.169.254/latest" }] },
      '"attachments[0].file_url" must not point to a private address',
    ],
  ];

  for (const [field, message] of wrong) {
    const { status, body } = await answerOf(await post({ ...GOOD, ...field }));
    expect({ status, ...(body as object) }, message).toMatchObject({
      status: 400,
      statusCode: 400,
      error: "Bad Request",
      message,
      validation: { source: "payload" },
    });
  }
  expect(await repliesNow()).toEqual([]);
});

test("commas and line breaks in an address list smuggle nobody in", async () => {
  for (const cc of [
    "ana@lead.test\r\nBcc: eve@evil.test",
    "ana@lead.test\nbcc:eve@evil.test",
    "ana@lead.test,,@",
    "a b@c",
  ]) {
    const { status, body } = await answerOf(await post({ ...GOOD, cc }));
    expect(status, cc).toBe(400);
    expect((body as { message: string }).message).toMatch(/^"cc" must/);
  }
});

test("a list that is too long is refused before it is read", async () => {
  const started = performance.now();
  const { status, body } = await answerOf(await post({ ...GOOD, cc: "a,".repeat(100_000) }));

  expect({ status, ...(body as object) }).toMatchObject({
    status: 400,
    message: '"cc" length must be less than or equal to 20000 characters long',
  });
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("half a character becomes a replacement, and the reply is taken", async () => {
  const half = { emailBody: "Hi \ud83d", toFirstName: "Ana \ud83d", cc: '"\ude00" <ben@lead.test>' };

  expect((await post({ ...GOOD, ...half })).status).toBe(200);
  expect(await repliesNow()).toMatchObject([
    { bodyHtml: "<p>Hi \ufffd</p>", to: [{ name: "Ana \ufffd" }], cc: [{ name: "\ufffd", address: "ben@lead.test" }] },
  ]);
});

test("a body that is no JSON object is a bad request", async () => {
  for (const body of ["", "{", "[]", "null", "12", '"text"', '{"campaignId":1,}']) {
    const { status, body: answer } = await answerOf(await post(body));
    expect(status, body).toBe(400);
    expect(answer).toMatchObject({ statusCode: 400, error: "Bad Request" });
  }
  expect((await post('{"__proto__":{"addSignature":true},"constructor":1}')).status).toBe(400);
});

test("JSON is taken whatever content type it claims", async () => {
  expect((await post(GOOD, { "content-type": "text/plain" })).status).toBe(200);
});

test("an empty body of the reply cannot be processed", async () => {
  for (const emailBody of [undefined, "", "   ", "<p> </p><br>", "&nbsp;", "<style>p{}</style><script>x()</script>"])
    expect(await answerOf(await post({ ...GOOD, emailBody })), String(emailBody)).toEqual({
      status: 422,
      body: { error: "email_body is required" },
    });
  expect((await post({ ...GOOD, emailBody: '<img src="https://8.8.8.8/x.png">' })).status).toBe(200);
});

test("campaigns and stats ids that the key's owner does not have are not found", async () => {
  const stranger = await makeWorld(database.db);
  const campaign = { status: 404, body: { error: "Campaign not found - Invalid campaign_id." } };
  const stats = { status: 404, body: { error: "Email statistics not found for provided email_stats_id" } };

  expect(await answerOf(await post({ ...GOOD, campaignId: stranger.campaign.number }))).toEqual(campaign);
  expect(await answerOf(await post({ ...GOOD, emailStatsId: "nope" }))).toEqual(stats);
  expect(await answerOf(await post({ ...GOOD, emailStatsId: stranger.messages[0]!.statsId }))).toEqual(stats);
});

test("a lead who must not be written to is answered, but not written to again", async () => {
  await database.db.update(leads).set({ unsubscribedAt: new Date() }).where(eq(leads.id, world.lead.id));

  expect((await post(GOOD)).status).toBe(200);
  expect(await answerOf(await post(GOOD))).toEqual({
    status: 422,
    body: { error: "The lead has unsubscribed and must not be written to" },
  });
});

test("a body over the limit is too large, announced or not", async () => {
  const large = { ...GOOD, replyEmailBody: "x".repeat(11 * 1024 * 1024) };
  const announced = await post(GOOD, { "content-length": "99999999" });
  const response = await post(large);

  for (const each of [announced, response])
    expect(await answerOf(each)).toMatchObject({ status: 413, body: { statusCode: 413, error: "Payload Too Large" } });
});
