import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { POST as send } from "@/app/api/v1/email-campaigns/send-email-thread/route";
import { idempotencyKeys, messages, replies } from "@/lib/db/schema";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { beginRequest } from "@/lib/services/idempotency/begin-request";
import { finishRequest } from "@/lib/services/idempotency/finish-request";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

process.env.API_RATE_PER_2S = "1000";
process.env.API_RATE_PER_MINUTE = "1000";

const database = testDatabase();
let world: World;
let key: string;
let keyId: string;
let GOOD: { campaignId: number; emailStatsId: string; emailBody: string };

beforeEach(async () => {
  world = await makeWorld(database.db);
  GOOD = { campaignId: world.campaign.number, emailStatsId: world.messages[0]!.statsId, emailBody: "Thanks!" };
  ({ secret: key, id: keyId } = await createApiKey(contextOf(world.member, database.db), { name: "crm" }));
});

const repliesNow = () => database.db.select().from(replies).where(eq(replies.workspaceId, world.workspaceId));

/** The answer byte for byte. */
async function answerOf(response: Response): Promise<{ status: number; body: string }> {
  return { status: response.status, body: await response.text() };
}

function once(body: object, idempotencyKey: string): Promise<Response> {
  const request = new Request("http://localhost/api/v1/email-campaigns/send-email-thread", {
    method: "POST",
    headers: { accept: "application/json", authorization: `Bearer ${key}`, "idempotency-key": idempotencyKey },
    body: JSON.stringify(body),
  });
  return send(request, { params: Promise.resolve({}) });
}

test("a repeat with the same Idempotency-Key is answered the first result, another body is a conflict", async () => {
  const first = await answerOf(await once(GOOD, "k1"));
  const repeat = await answerOf(await once(GOOD, "k1"));
  const other = await answerOf(await once({ ...GOOD, emailBody: "Other" }, "k1"));

  expect(repeat).toEqual(first);
  expect(other).toMatchObject({ status: 409, body: expect.stringContaining("Conflict") as unknown });
  expect(await repliesNow()).toHaveLength(1);
  expect((await once(GOOD, "k2")).status).toBe(200);
  expect((await once(GOOD, "bad\tkey")).status).toBe(400);
});

test("a refusal is kept for its repeat as well, a malformed request is not", async () => {
  const refused = await answerOf(await once({ ...GOOD, emailStatsId: "later" }, "k3"));
  await database.db.update(messages).set({ statsId: "later" }).where(eq(messages.threadId, world.thread.id));

  expect(await answerOf(await once({ ...GOOD, emailStatsId: "later" }, "k3"))).toEqual(refused);
  expect((await once({ ...GOOD, emailBody: "" }, "k4")).status).toBe(422);
  expect((await once({ ...GOOD, emailStatsId: "later" }, "k4")).status).toBe(200);
});

test("ten requests at once with one Idempotency-Key make one reply", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, async () => answerOf(await once(GOOD, "race"))));

  const accepted = answers.filter((answer) => answer.status === 200);
  expect(answers.filter((answer) => answer.status !== 200 && answer.status !== 409)).toEqual([]);
  expect(accepted.length).toBeGreaterThan(0);
  expect(new Set(accepted.map((answer) => answer.body)).size).toBe(1);
  expect(await repliesNow()).toHaveLength(1);
});

test("a key whose request died is taken over after a minute, and forgotten after a day", async () => {
  const isKey = and(eq(idempotencyKeys.apiKeyId, keyId), eq(idempotencyKeys.key, "dead"));
  const age = (seconds: number, response: null | undefined) =>
    database.db
      .update(idempotencyKeys)
      .set({ createdAt: new Date(Date.now() - seconds * 1000), ...(response === null ? { response } : {}) })
      .where(isKey);
  await once(GOOD, "dead");

  await age(30, null);
  expect((await once(GOOD, "dead")).status).toBe(409);
  await age(61, null);
  expect((await once(GOOD, "dead")).status).toBe(200);
  expect(await repliesNow()).toHaveLength(2);
  await age(86_401, undefined);
  expect((await once({ ...GOOD, emailBody: "Next day" }, "dead")).status).toBe(200);
});

test("a request that was slow rather than dead does nothing once its key was taken over", async () => {
  const context = contextOf(world.member, database.db, () => new Date(), { apiKeyId: keyId });
  const asked = { apiKeyId: keyId, key: "slow", bodyHash: "the same" };
  const begin = (secondsAgo: number) => beginRequest(database.db, asked, new Date(Date.now() - secondsAgo * 1000));
  const answer = { kind: "refused" as const, code: "not_found" as const, fields: [] };
  const slow = await begin(90);
  await begin(0);

  if (!("run" in slow)) throw new Error("the first request should run");
  const late = sendEmailThread(context, GOOD, undefined, (tx) => finishRequest(tx, slow.run, answer));

  await expect(late).rejects.toMatchObject({ code: "conflict", reason: "idempotency_key_running" });
  expect(await repliesNow()).toEqual([]);
});
