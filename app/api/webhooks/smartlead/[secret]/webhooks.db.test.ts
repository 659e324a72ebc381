import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { smartleadBrokenRows, smartleadConnections, smartleadWebhooks } from "@/lib/db/schema";
import { sealSigningSecret } from "@/lib/services/smartlead/smartlead-secrets";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { POST } from "./route";

const database = testDatabase();
const BODY = JSON.stringify({
  event_type: "EMAIL_REPLY",
  campaign_id: 77,
  stats_id: "stats-1",
  sl_email_lead_map_id: "9001",
  secret_key: "told-to-nobody",
  reply_message: { message_id: "<a@lead.test>", html: "<p>Hi\u0000</p>", time: "2026-11-20T10:00:00.000Z" },
});

const post = (secret: string, body: string, headers: Record<string, string> = {}) =>
  POST(new Request(`http://localhost/api/webhooks/smartlead/${secret}`, { method: "POST", body, headers }), {
    params: Promise.resolve({ secret }),
  });

async function connected(values: (id: string) => Partial<typeof smartleadConnections.$inferInsert> = () => ({})) {
  const { connection } = await makeSmartleadWorld(database.db);
  const { id } = connection;
  if (Object.keys(values(id)).length > 0)
    await database.db.update(smartleadConnections).set(values(id)).where(eq(smartleadConnections.id, id));
  const stored = () => database.db.select().from(smartleadWebhooks).where(eq(smartleadWebhooks.connectionId, id));
  return { id, secret: `hook-${id}`, stored };
}

test("a delivery is answered at once and kept once, without its secret, with a job that reads", async () => {
  const { secret, stored } = await connected();
  const answers = [await post(secret, BODY), await post(secret, BODY), await post(secret, `${BODY} `)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [hook, ...others] = await stored();
  expect(others).toEqual([]);
  expect(hook).toMatchObject({ eventType: "EMAIL_REPLY", handledAt: null });
  expect(JSON.stringify(hook)).not.toContain("told-to-nobody");
  const jobs = await database.db.execute(sql`
    select count(*)::int as n from jobs.job where name = 'read-smartlead-webhook' and data ->> 'webhookId' = ${hook!.id}`);
  expect(jobs.rows[0]).toEqual({ n: 1 });
});

test("what a mail says of NULs is kept as it says it", async () => {
  const { secret, stored } = await connected();
  const body = JSON.stringify({
    event_type: "EMAIL_REPLY",
    reply_message: { html: "<p>Write \\u0000, not \u0000</p>" },
  });

  expect((await post(secret, body)).status).toBe(200);

  const [hook] = await stored();
  expect(hook!.body).toMatchObject({ reply_message: { html: "<p>Write \\u0000, not \ufffd</p>" } });
});

test("another secret, a wrong signature and a disconnected account are as unknown as each other", async () => {
  const signed = await connected((id) => sealSigningSecret(id, "sign-with-this"));
  const gone = await connected(() => ({ key: null, state: "disconnected", disconnectedAt: new Date() }));
  const wrong = { "x-smartlead-signature": "sha256=00" };
  const answers = [await post("another", BODY), await post(signed.secret, BODY, wrong), await post(gone.secret, BODY)];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect([await signed.stored(), await gone.stored()]).toEqual([[], []]);
});

test("too large a body is refused, and one that says nothing is kept aside for the account's health", async () => {
  const { id, secret, stored } = await connected();
  expect((await post(secret, "x".repeat(3 * 1024 * 1024))).status).toBe(413);
  // Of whoever knows no secret nothing is read.
  expect((await post("another", "x".repeat(3 * 1024 * 1024))).status).toBe(404);
  expect((await post(secret, '{"api_key":"hidden","odd":1')).status).toBe(200);
  expect(await stored()).toEqual([]);
  const rows = await database.db.select().from(smartleadBrokenRows).where(eq(smartleadBrokenRows.connectionId, id));
  expect(rows).toMatchObject([{ source: "webhook", raw: '{"api_key":"…","odd":1' }]);
});
