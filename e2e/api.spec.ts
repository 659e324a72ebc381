import { execFileSync } from "node:child_process";
import { expect, test } from "./fixtures";
import { SANDBOX_API_KEY } from "./secrets";

const QUEUED = "Email added to the queue, will be sent out soon!";
const path = `/api/v1/email-campaigns/send-email-thread?api_key=${SANDBOX_API_KEY}`;

test("the documented curl line works as it stands, and the answer comes into the thread", ({ baseURL }) => {
  const answer = execFileSync("curl", [
    "-sS",
    "-i",
    "-X",
    "POST",
    `${baseURL}/api/v1/email-campaigns/send-email-thread?api_key=${SANDBOX_API_KEY}`,
    "-H",
    "Content-Type: application/json",
    "-d",
    '{"campaignId": 12345, "emailStatsId": "abc-123", "emailBody": "Thanks for your interest! Let me know if you have any questions.", "addSignature": true}',
  ]).toString();

  expect(answer).toMatch(/^HTTP\/1\.1 200/);
  expect(answer).toMatch(/content-type: text\/html/i);
  expect(answer).toContain(QUEUED);
  expect(answer).not.toMatch(/access-control-allow-origin/i);
});

test("a reply in JSON tells its Message-ID, is delivered once with its headers, and completes", async ({ request }) => {
  const accepted = await request.post(path, {
    headers: { accept: "application/json" },
    data: {
      campaignId: 12345,
      emailStatsId: "abc-123",
      emailBody: "One more thing: the figures you asked for follow on Monday.",
      cc: "colleague@customer.test",
      bcc: "archive@seller.test",
    },
  });
  expect(accepted.status()).toBe(200);
  const { success, messageId, status } = (await accepted.json()) as Record<string, string>;
  expect(success).toBe(true);
  expect(["queued", "scheduled"]).toContain(status);
  expect(messageId).toMatch(/^<[^<>\s]+@[^<>\s]+>$/);

  const state = async () => {
    const response = await request.get(
      `/api/v1/master-inbox/reply-status?api_key=${SANDBOX_API_KEY}&message_id=${encodeURIComponent(messageId!)}`,
    );
    return ((await response.json()) as { data?: { status: string } }).data?.status;
  };
  await expect.poll(state, { timeout: 20_000 }).toBe("COMPLETED");

  const deliveries = await request.get(
    `/api/sandbox/deliveries?api_key=${SANDBOX_API_KEY}&message_id=${encodeURIComponent(messageId!)}`,
  );
  const [only, ...others] = (await deliveries.json()) as { recipients: string[]; raw: string }[];
  expect(others).toEqual([]);
  expect(only!.recipients).toContain("archive@seller.test");
  expect(only!.raw).toContain(`Message-ID: ${messageId}`);
  expect(only!.raw).toMatch(/^In-Reply-To: <.+>/m);
  expect(only!.raw).toMatch(/^References: <.+>/m);
  expect(only!.raw).toMatch(/^Subject: Re: /m);
  expect(only!.raw).not.toContain("archive@seller.test");
});

test("a key that is missing or wrong, and a body that is wrong, are told apart", async ({ request }) => {
  const url = "/api/v1/email-campaigns/send-email-thread";
  const body = { campaignId: 12345, emailStatsId: "abc-123", emailBody: "Hello" };

  expect((await request.post(url, { data: body })).status()).toBe(401);
  expect((await request.post(`${url}?api_key=nobody`, { data: body })).status()).toBe(401);
  const unknown = await request.post(path, { data: { ...body, lead_id: 7 } });
  expect(unknown.status()).toBe(400);
  expect(await unknown.json()).toMatchObject({
    statusCode: 400,
    error: "Bad Request",
    message: '"lead_id" is not allowed',
  });
  expect((await request.post(path, { data: { ...body, campaignId: 999_999 } })).status()).toBe(404);
  expect((await request.post(path, { data: { ...body, emailBody: "" } })).status()).toBe(422);
});

test("the contract describes itself", async ({ request }) => {
  const document = (await (await request.get("/api/v1/openapi.json")).json()) as {
    openapi: string;
    paths: Record<string, unknown>;
  };

  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths).join()).toContain("/email-campaigns/send-email-thread");
});
