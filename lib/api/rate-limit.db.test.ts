import { beforeEach, expect, test } from "vitest";
import { GET as replyStatus } from "@/app/api/v1/master-inbox/reply-status/route";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

process.env.API_RATE_PER_2S = "3";
process.env.API_RATE_PER_MINUTE = "5";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const newKey = async () => (await createApiKey(contextOf(world.member, database.db), { name: "crm" })).secret;
const ask = (key: string) =>
  replyStatus(new Request(`http://localhost/api/v1/master-inbox/reply-status?message_id=x@y&api_key=${key}`), {
    params: Promise.resolve({}),
  });

test("a key that asks too often is told how long to wait, and may go on after that", async () => {
  const key = await newKey();

  const answers = await Promise.all([ask(key), ask(key), ask(key), ask(key)]);

  expect(answers.filter((each) => each.status === 404)).toHaveLength(3);
  const refused = answers.find((each) => each.status === 429)!;
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(2);
  expect(await refused.json()).toMatchObject({
    error: { code: "RATE_LIMIT_EXCEEDED", message: expect.any(String), retry_after: seconds },
  });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 + 100));
  expect((await ask(key)).status).toBe(404);
});

test("a minute has its own limit, and each key its own count", async () => {
  const key = await newKey();
  for (const pause of [0, 0, 2100, 0]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    expect((await ask(key)).status).toBe(404);
  }
  expect((await ask(key)).headers.get("x-ratelimit-remaining")).toBe("0");

  const refused = await ask(key);

  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(10);
  expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
  expect(Number(refused.headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000);
  expect((await ask(await newKey())).status).toBe(404);
});
