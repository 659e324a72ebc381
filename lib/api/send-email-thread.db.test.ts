import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { POST as replyAlias } from "@/app/api/v1/campaigns/[campaignId]/reply-email-thread/route";
import { GET as wrongMethod, POST as send } from "@/app/api/v1/email-campaigns/send-email-thread/route";
import { GET as replyStatus } from "@/app/api/v1/master-inbox/reply-status/route";
import { POST as unknownPath } from "@/app/api/v1/[[...path]]/route";
import { campaigns, members, messages, replies } from "@/lib/db/schema";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/services/api-keys/revoke-api-key";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

process.env.API_RATE_PER_2S = "1000";
process.env.API_RATE_PER_MINUTE = "1000";

const database = testDatabase();
let world: World;
let key: string;
let keyId: string;

beforeEach(async () => {
  world = await makeWorld(database.db);
  await database.db.update(campaigns).set({ number: 12345 }).where(eq(campaigns.id, world.campaign.id));
  await database.db.update(messages).set({ statsId: "abc-123" }).where(eq(messages.threadId, world.thread.id));
  ({ secret: key, id: keyId } = await createApiKey(contextOf(world.member, database.db), { name: "crm" }));
});

const PATH = "http://localhost:3000/api/v1/email-campaigns/send-email-thread";
const GOOD = { campaignId: 12345, emailStatsId: "abc-123", emailBody: "Thanks!" };
type Options = { headers?: Record<string, string>; apiKey?: string | null };

function request(url: string, body: unknown, { headers = {}, apiKey = key }: Options = {}): Request {
  return new Request(apiKey === null ? url : `${url}?api_key=${apiKey}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const params = (values: Record<string, string> = {}) => ({ params: Promise.resolve(values) });
const post = (body: unknown, options?: Options) => send(request(PATH, body, options), params());
const JSON_WANTED = { accept: "application/json" };

async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}
const repliesNow = () => database.db.select().from(replies).where(eq(replies.workspaceId, world.workspaceId));

test("the documented call is accepted in Smartlead's own sentence, and one reply waits in the outbox", async () => {
  const response = await send(
    new Request(`${PATH}?api_key=${key}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: '{"campaignId": 12345, "emailStatsId": "abc-123", "emailBody": "Thanks for your interest! Let me know if you have any questions.", "addSignature": true}',
    }),
    params(),
  );

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await response.text()).toBe("Email added to the queue, will be sent out soon!");
  expect(await repliesNow()).toMatchObject([
    {
      status: "queued",
      origin: "api",
      authorId: world.member.id,
      apiKeyId: keyId,
      addSignature: true,
      to: [{ name: "Ana Berg", address: world.lead.email }],
      cc: [],
      bcc: [],
      parentId: world.messages[1]!.id,
      bodyHtml: "<p>Thanks for your interest! Let me know if you have any questions.</p>",
    },
  ]);
  const jobs = await database.db.execute(sql`select data from jobs.job where name = 'send-reply'`);
  expect(jobs.rows.at(-1)).toEqual({ data: { replyId: (await repliesNow())[0]!.id } });
});

test("a caller that accepts JSON is told the reply's ids, and can ask how it stands", async () => {
  const { status, body } = await answerOf(await post(GOOD, { headers: JSON_WANTED }));

  const [reply] = await repliesNow();
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      success: true,
      message: "Email added to the queue, will be sent out soon!",
      replyId: reply!.id,
      messageId: `<${reply!.messageId}>`,
      status: "queued",
      scheduledTime: null,
    },
  });
  expect(reply!.messageId).toMatch(new RegExp(`^${reply!.statsId}-[0-9a-f]+@acme\\.test$`));
  const url = `http://localhost/api/v1/master-inbox/reply-status?api_key=${key}&message_id=`;
  const found = await answerOf(
    await replyStatus(new Request(url + encodeURIComponent(`<${reply!.messageId}>`)), params()),
  );
  expect(found.body).toMatchObject({
    ok: true,
    data: { status: "QUEUED", message_id: `<${reply!.messageId}>`, email_stats_id: reply!.statsId },
  });
  const unnamed = await replyStatus(new Request(url.replace("&message_id=", "")), params());
  expect(await answerOf(unnamed)).toMatchObject({
    status: 400,
    body: { message: '"message_id" is required', validation: { source: "query" } },
  });
  expect(await answerOf(await replyStatus(new Request(`${url}x@y`), params()))).toEqual({
    status: 404,
    body: { ok: false, error: "No reply found for the given message_id" },
  });
});

test("the key also travels as a bearer token, and a cookie never stands for one", async () => {
  const bearer = await post(GOOD, { apiKey: null, headers: { authorization: `Bearer ${key}` } });
  const cookie = await post(GOOD, { apiKey: null, headers: { cookie: "next-auth.session-token=x" } });

  expect(bearer.status).toBe(200);
  expect(await answerOf(cookie)).toEqual({ status: 401, body: { message: "API key is required." } });
  expect(bearer.headers.get("access-control-allow-origin")).toBeNull();
});

test("a key ends when it is revoked, and with the member it stands for", async () => {
  const refused = { status: 401, body: { message: "Invalid API Key" } };
  expect(await answerOf(await post(GOOD, { apiKey: "tw_nobody" }))).toEqual(refused);

  await revokeApiKey(contextOf(world.member, database.db), { apiKeyId: keyId });
  expect(await answerOf(await post(GOOD))).toEqual(refused);

  const second = await createApiKey(contextOf(world.member, database.db), { name: "second" });
  await database.db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, world.member.id));
  expect(await answerOf(await post(GOOD, { apiKey: second.secret }))).toEqual(refused);
});

test("other methods and unknown paths are answered in JSON", async () => {
  const method = (wrongMethod as () => Response)();

  expect(method.headers.get("allow")).toBe("POST");
  expect(await answerOf(method)).toMatchObject({ status: 405, body: { statusCode: 405 } });
  expect(await answerOf(unknownPath())).toMatchObject({ status: 404, body: { error: "Not Found" } });
});

test("the alias takes the same contract in snake case, and names its fields so", async () => {
  const url = "http://localhost/api/v1/campaigns/12345/reply-email-thread";
  const body = { email_stats_id: "abc-123", email_body: "Thanks!", cc: "ben@lead.test", add_signature: true };
  const call = (more: object, campaignId = "12345") =>
    replyAlias(request(url, { ...body, ...more }), params({ campaignId }));

  expect((await call({})).status).toBe(200);
  expect(await repliesNow()).toMatchObject([{ cc: [{ address: "ben@lead.test" }], addSignature: true }]);
  expect(await answerOf(await call({ emailBody: "x" }))).toMatchObject({
    body: { message: '"emailBody" is not allowed' },
  });
  expect(await answerOf(await call({ id: 5 }))).toMatchObject({ body: { message: '"id" is not allowed' } });
  expect(await answerOf(await call({ reply_message_id: "x@y" }))).toMatchObject({
    status: 400,
    body: { message: '"reply_message_id" does not belong to the thread of this stats id' },
  });
  expect(await answerOf(await call({ scheduled_time: "2020-01-01T00:00Z" }))).toMatchObject({
    body: { validation: { keys: ["scheduled_time"] } },
  });
  expect((await call({}, "999")).status).toBe(404);
  expect((await call({}, "x")).status).toBe(404);
});

test("a key tells when it was used, once a minute", async () => {
  await post(GOOD);
  const used = async () =>
    (await database.db.execute(sql`select last_used_at::text as at from api_keys where id = ${keyId}`)).rows[0]!.at;
  const first = await used();
  await post(GOOD);

  expect(first).not.toBeNull();
  expect(await used()).toBe(first);
});
