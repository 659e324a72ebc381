import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "@/lib/testing/fake-smartlead/fake-faults";
import { freeBudget } from "@/lib/testing/fake-smartlead/free-budget";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { smartleadClient } from "./client";
import type { RemoteReply, RemoteSendResult } from "./smartlead-api";

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
