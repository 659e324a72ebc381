import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault, PathAnswer, SuccessAnswer } from "@/lib/testing/fake-smartlead/fake-faults";
import { freeBudget } from "@/lib/testing/fake-smartlead/free-budget";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { smartleadClient } from "./client";
import { SmartleadFault, type RemoteReply, type RemoteSendResult } from "./smartlead-api";

let fake: FakeSmartlead;
let reply: RemoteReply;
beforeEach(async () => {
  fake = await startFakeSmartlead();
  const lead = fake.addLead({ campaign: fake.addCampaign(), account: fake.addAccount() });
  const answer = await fake.receive(lead);
  reply = {
    campaignId: String(lead.campaign.id),
    emailStatsId: answer.stats_id,
    emailBody: "<p>Thanks!</p>",
    toEmail: "ben@lead.test",
    cc: [],
    bcc: [],
    addSignature: false,
    attachments: [],
  };
});
afterEach(() => fake.stop());

type Sending = Partial<Parameters<ReturnType<typeof clientOf>["sendThread"]>[0]>;
const clientOf = (more: Partial<Parameters<typeof smartleadClient>[0]> = {}) =>
  smartleadClient({ key: fake.key, baseUrl: fake.url, budget: freeBudget(), rules: { allow: [fake.allow] }, ...more });
const send = (more: Sending = {}, client = clientOf()): Promise<RemoteSendResult> =>
  client.sendThread({ kind: "person", endpoint: "auto", found: null, reply, ...more });

const FULL: Partial<RemoteReply> = {
  toFirstName: "Ben",
  toLastName: "Berg",
  cc: ["eva@lead.test", "ida@lead.test"],
  bcc: ["boss@acme.test"],
  scheduledTime: "2099-01-01T10:00:00.000Z",
  scheduleCondition: "if_no_reply",
  replyMessageId: "<r-1@lead.test>",
  replyEmailBody: "<p>Yes</p>",
  replyEmailTime: "2026-11-20T10:00:00.000Z",
  addSignature: true,
  seqType: "manual",
  attachments: [
    { file_url: "https://inbox.acme.test/f/1", file_name: "a.pdf", file_type: "application/pdf", file_size: 9 },
  ],
};

describe("a reply goes out whole", () => {
  test("by A in camelCase, the campaign in the body", async () => {
    reply = { ...reply, ...FULL };

    expect(await send()).toEqual({
      kind: "accepted",
      endpoint: "a",
      response: "200 Email added to the queue, will be sent out soon!",
    });
    expect(fake.replies[0]!.body).toEqual({
      campaignId: Number(reply.campaignId),
      emailStatsId: reply.emailStatsId,
      emailBody: "<p>Thanks!</p>",
      toEmail: "ben@lead.test",
      ...FULL,
      cc: "eva@lead.test,ida@lead.test",
      bcc: "boss@acme.test",
    });
  });

  test("by B in snake_case, the campaign in the path", async () => {
    reply = { ...reply, ...FULL };

    expect(await send({ endpoint: "b" })).toMatchObject({ kind: "accepted", endpoint: "b" });
    expect(fake.calls.at(-1)!.path).toBe(`/campaigns/${reply.campaignId}/reply-email-thread`);
    expect(fake.replies[0]!.body).toEqual({
      email_stats_id: reply.emailStatsId,
      email_body: "<p>Thanks!</p>",
      to_email: "ben@lead.test",
      to_first_name: "Ben",
      to_last_name: "Berg",
      cc: "eva@lead.test,ida@lead.test",
      bcc: "boss@acme.test",
      scheduled_time: "2099-01-01T10:00:00.000Z",
      schedule_condition: "if_no_reply",
      reply_message_id: "<r-1@lead.test>",
      reply_email_body: "<p>Yes</p>",
      reply_email_time: "2026-11-20T10:00:00.000Z",
      add_signature: true,
      seq_type: "manual",
      attachments: FULL.attachments,
    });
  });

  test("and what it has none of is left out", async () => {
    await send();

    expect(Object.keys(fake.replies[0]!.body).toSorted()).toEqual([
      "addSignature",
      "campaignId",
      "emailBody",
      "emailStatsId",
      "toEmail",
    ]);
  });
});

describe("`auto` takes B only where A is no path", () => {
  test.each(["html_page", "html_404", "text_405", "json_404", "redirect"] as PathAnswer[])("%s", async (answer) => {
    fake.switches.a = answer;

    expect(await send()).toMatchObject({ kind: "accepted", endpoint: "b" });
    expect(fake.replies.map(({ endpoint }) => endpoint)).toEqual(["b"]);
    expect(await send({ endpoint: "a" })).toMatchObject({ kind: "refused", temporary: false });
    expect(fake.replies).toHaveLength(1);
  });

  test("and remembers it, and comes back to A when B is gone", async () => {
    expect(await send({ found: "b" })).toMatchObject({ kind: "accepted", endpoint: "b" });
    fake.switches.b = "html_page";
    expect(await send({ found: "b" })).toMatchObject({ kind: "accepted", endpoint: "a" });

    expect(fake.calls.map(({ path }) => path.includes("send-email-thread"))).toEqual([false, false, true]);
  });

  test.each([
    ["an unknown campaign", { campaignId: "1" }, "not_found"],
    ["an unknown stats id", { emailStatsId: "nobody" }, "not_found"],
    ["an empty body", { emailBody: "<p></p>" }, "refused"],
    ["a malformed address", { cc: ["eva@"] }, "refused"],
  ])("not for %s, which is Smartlead's own refusal", async (_what, wrong, reason) => {
    reply = { ...reply, ...wrong };

    expect(await send()).toMatchObject({ kind: "refused", temporary: false, reason });
    expect(fake.calls).toHaveLength(1);
  });

  test("and both being no path is a refusal", async () => {
    fake.switches.a = "html_page";
    fake.switches.b = "html_page";

    expect(await send()).toMatchObject({ kind: "refused", temporary: false, reason: "not_found" });
  });
});

test.each(["text", "success_json", "ok_json", "empty"] as SuccessAnswer[])(
  "a 2xx is an acceptance: %s",
  async (answer) => {
    fake.switches.success = answer;

    expect(await send()).toMatchObject({ kind: "accepted", endpoint: "a" });
  },
);

describe("what goes wrong", () => {
  const cases: [string, Fault, object, number][] = [
    ["a lost connection after acceptance is unknown", { kind: "lost_after" }, { kind: "unknown" }, 1],
    ["a lost connection before it was read is unknown, too", { kind: "lost_before" }, { kind: "unknown" }, 0],
    ["an answer that breaks off is unknown", { kind: "halfway" }, { kind: "unknown" }, 1],
    ["a gateway's error is unknown", { kind: "gateway" }, { kind: "unknown" }, 0],
    ["a server's error that says nothing is unknown", { kind: "server", json: false }, { kind: "unknown" }, 0],
    ["ok:false is a refusal", { kind: "server" }, { kind: "refused", temporary: false, reason: "server" }, 0],
    ["401 is about the key", { kind: "auth" }, { kind: "refused", temporary: true, reason: "auth" }, 0],
    [
      "429 is told to wait",
      { kind: "limit", retryAfter: 30 },
      { kind: "refused", temporary: true, reason: "limit" },
      0,
    ],
  ];
  test.each(cases)("%s", async (_what, fault, result, taken) => {
    fake.faults.add(fault);

    expect(await send()).toMatchObject(result);
    expect(fake.replies).toHaveLength(taken);
    expect(fake.calls).toHaveLength(1);
  });

  test("an answer that does not come in time is unknown", async () => {
    fake.faults.add({ kind: "slow", ms: 1500 });

    expect(await send({}, clientOf({ timeoutMs: 300 }))).toEqual({ kind: "unknown", response: "timeout" });
    expect(fake.replies).toHaveLength(1);
  });

  test("being told to stop during the call leaves it unknown", async () => {
    fake.faults.add({ kind: "slow", ms: 1500 });
    const stop = new AbortController();
    const sent = send({ signal: stop.signal });
    while (fake.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort();

    expect(await sent).toEqual({ kind: "unknown", response: "connection lost" });
  });

  test("a connection that never stood is a temporary refusal, whether it is refused, unresolvable or silent", async () => {
    const refusing = createServer();
    await new Promise<void>((resolve) => refusing.listen(0, "127.0.0.1", resolve));
    const { port } = refusing.address() as AddressInfo;
    await new Promise((resolve) => refusing.close(resolve));
    const at = (baseUrl: string, allow: string[], lookup?: () => Promise<string[]>) =>
      send({}, clientOf({ baseUrl, rules: { allow, ...(lookup ? { lookup } : {}) } }));
    const notMade = { kind: "refused", temporary: true, reason: "network" };

    expect(await at(`http://127.0.0.1:${port}/api/v1`, [`127.0.0.1:${port}`])).toMatchObject(notMade);
    expect(await at("https://nobody.test/api/v1", [], async () => [])).toMatchObject(notMade);
    // TLS with a server that speaks none: not a byte of the request has left.
    expect(await at(`https://${fake.allow}/api/v1`, [fake.allow])).toMatchObject(notMade);
    expect(fake.calls).toEqual([]);
  });

  test("a private address that nobody allowed is not called", async () => {
    expect(await send({}, clientOf({ rules: { allow: [] } }))).toMatchObject({ kind: "refused", reason: "network" });
    expect(fake.calls).toEqual([]);
  });

  test("what Smartlead tells of waiting is read from the header, else from the body, else it is a minute", async () => {
    const waits: number[] = [];
    const now = new Date("2026-11-20T10:00:00Z");
    const client = clientOf({ now: () => now });
    for (const where of ["header", "body", "nowhere"] as const) {
      fake.faults.add({ kind: "limit", retryAfter: 17, where });
      const result = await send({}, client);
      waits.push(result.kind === "refused" ? result.retryAt!.getTime() - now.getTime() : 0);
    }

    expect(waits).toEqual([17_000, 17_000, 60_000]);
  });
});

describe("the turn", () => {
  test("is taken before each call, and the mark is made between the turn and the call", async () => {
    fake.switches.a = "html_page";
    const order: string[] = [];
    const budget = freeBudget();
    const take = budget.take.bind(budget);
    budget.take = async (...given) => {
      order.push(`turn ${fake.calls.length}`);
      return take(...given);
    };
    await send({ onTurn: async () => void order.push(`mark ${fake.calls.length}`) }, clientOf({ budget }));

    expect(order).toEqual(["turn 0", "mark 0", "turn 1"]);
  });

  test("that is never given, or that would come too late, is a temporary refusal, and nothing is marked", async () => {
    const refusing = (error: unknown) => ({ ...freeBudget(), take: () => Promise.reject(error) });
    const marked: string[] = [];
    const onTurn = async () => void marked.push("marked");
    const retryAt = new Date(Date.now() + 60_000);

    const late = await send({ onTurn }, clientOf({ budget: refusing(new SmartleadFault("limit", "", retryAt)) }));
    const stopped = await send({ onTurn }, clientOf({ budget: refusing(new Error("stopped")) }));

    expect(late).toEqual({ kind: "refused", temporary: true, reason: "limit", response: "", retryAt });
    expect(stopped).toMatchObject({ kind: "refused", temporary: true, reason: "network" });
    expect([marked, fake.calls]).toEqual([[], []]);
  });

  test("a mark that cannot be made sends nothing", async () => {
    const failing = send({ onTurn: () => Promise.reject(new Error("no mark")) });

    await expect(failing).rejects.toThrow("no mark");
    expect(fake.calls).toEqual([]);
  });
});

test("a page that shows the whole address does not tell the key", async () => {
  const key = "sl key/with+odd&signs";
  fake.keys.add(key);
  fake.switches.a = "html_404";

  const result = await send({ endpoint: "a" }, clientOf({ key }));

  expect(result).toMatchObject({ kind: "refused", response: expect.stringContaining("api_key=[key]") });
  expect(JSON.stringify(result)).not.toMatch(/odd|signs/);
});
