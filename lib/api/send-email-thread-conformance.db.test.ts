import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smartleadClient } from "@/lib/smartlead/client";
import type { RemoteReply, RemoteSendResult } from "@/lib/smartlead/smartlead-api";
import { startOwnApi } from "@/lib/testing/conformance/own-api-server";
import {
  bodyFor,
  everyReply,
  saysFor,
  SEND_THREAD_CASES,
  type ConformanceCase,
  type KnownThread,
} from "@/lib/testing/conformance/send-thread-cases";
import { fakeTarget, ownTarget, realTarget, realThread, type Target } from "@/lib/testing/conformance/targets";
import { freeBudget } from "@/lib/testing/fake-smartlead/free-budget";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

process.env.API_RATE_PER_2S = "10000";
process.env.API_RATE_PER_MINUTE = "10000";

type Endpoint = "a" | "b";

const database = testDatabase();
const REAL_KEY = process.env.SMARTLEAD_API_KEY_FOR_TESTS;
const REAL_THREAD = realThread();
const targets: Record<string, Target> = {};
let own: Awaited<ReturnType<typeof startOwnApi>>;
const NAMES = ["this app's endpoint", "the fake", ...(REAL_KEY ? ["the real service"] : [])];

beforeAll(async () => {
  own = await startOwnApi();
  targets["this app's endpoint"] = await ownTarget(own, database.db);
  targets["the fake"] = await fakeTarget();
  if (REAL_KEY) targets["the real service"] = realTarget(REAL_KEY, REAL_THREAD);
});
afterAll(() => Promise.all(Object.values(targets).map((target) => target.stop())));

describe.each(NAMES)("%s", (name) => {
  describe.each(["a", "b"] as const)("endpoint %s", (endpoint) => {
    test.each(casesFor(endpoint, name))("$title", async (example) => {
      const target = targets[name]!;
      const known = target.known ?? { campaignId: 1, statsId: "x", messageId: "<x@y>", leadEmail: "ana@lead.test" };
      if (target.paceMs) await sleep(target.paceMs);
      const answer = await post(target, endpoint, example, known);

      expect(answer).toMatchObject({ status: example.status });
      if (example.status === 200) {
        expect(answer.type).toMatch(/^text\/html/);
        expect(answer.text).toBe("Email added to the queue, will be sent out soon!");
        if (target.lastTaken) expect(await target.lastTaken()).toMatchObject(example.taken!(known));
      } else expect(textOf(answer.text)).toMatch(saysFor(endpoint, example.says!));
    });
  });
});

describe.each(["this app's endpoint", "the fake"])("this app's client, pointed at %s", (name) => {
  describe.each(["a", "b"] as const)("endpoint %s", (endpoint) => {
    test.each(casesFor(endpoint, name).filter(({ isReply }) => isReply))("$title", async (example) => {
      const target = targets[name]!;
      const known = target.known!;

      const result = await clientOf(target).sendThread({
        kind: "person",
        endpoint,
        found: null,
        reply: replyOf({ ...everyReply(known), ...example.fields(known) }),
      });

      expect(result).toMatchObject(resultFor(example, endpoint));
      if (result.kind === "accepted") expect(await target.lastTaken!()).toMatchObject(example.taken!(known));
    });
  });

  test("is told of a wrong key", async () => {
    const target = { ...targets[name]!, key: "nobodys-key" };

    expect(await send(target)).toMatchObject({ kind: "refused", temporary: true, reason: "auth" });
  });
});

test("the client reads this app's order to wait", async () => {
  const target = targets["this app's endpoint"]!;
  own.limitNext();
  const before = Date.now();

  const result = await send(target);

  expect(result).toMatchObject({ kind: "refused", temporary: true, reason: "limit" });
  const waits = result.kind === "refused" ? result.retryAt!.getTime() - before : 0;
  expect(waits).toBeGreaterThanOrEqual(30_000);
  expect(waits).toBeLessThan(40_000);
});

test("the client is told by this app how a reply stands", async () => {
  const target = targets["this app's endpoint"]!;
  const result = await send(target);
  const { messageId } = JSON.parse(result.response.slice("200 ".length)) as { messageId: string };

  const status = await clientOf(target).findReplyStatus({ kind: "person", messageId });

  expect(status).toEqual({ status: "QUEUED", messageId: messageId.slice(1, -1) });
});

test("this app's other addresses are no path to the client", async () => {
  const target = targets["this app's endpoint"]!;
  const client = clientOf({ ...target, url: `${target.url}/elsewhere` });

  const result = await client.sendThread({
    kind: "person",
    endpoint: "auto",
    found: null,
    reply: replyOf(everyReply(target.known!)),
  });

  expect(result).toMatchObject({ kind: "refused", temporary: false, reason: "not_found" });
});

function casesFor(endpoint: Endpoint, name: string): ConformanceCase[] {
  const list = SEND_THREAD_CASES.filter(
    ({ only, isOurs }) => (only === undefined || only === endpoint) && (!isOurs || name === "this app's endpoint"),
  );
  // Whoever gives the real service's key and no thread of his lets nothing be sent: what is refused is still asked.
  return name === "the real service" && !REAL_THREAD
    ? list.filter(({ status }) => status === 401 || status === 400)
    : list;
}

async function post(target: Target, endpoint: Endpoint, example: ConformanceCase, known: KnownThread) {
  const fields = { ...everyReply(known), ...example.fields(known) };
  const path =
    endpoint === "a"
      ? "/email-campaigns/send-email-thread"
      : `/campaigns/${String(fields.campaignId)}/reply-email-thread`;
  const key = example.key === undefined ? target.key : example.key;
  const response = await fetch(`${target.url}${path}${key === null ? "" : `?api_key=${key}`}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(bodyFor(endpoint, fields)),
  });
  return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
}

/** Sentences as a person reads them, whatever field they stand in. */
const textOf = (body: string): string => body.replaceAll('\\"', '"');

const clientOf = ({ key, url, allow }: Target) =>
  smartleadClient({ key, baseUrl: url, budget: freeBudget(), rules: { allow } });

const send = (target: Target): Promise<RemoteSendResult> =>
  clientOf(target).sendThread({
    kind: "person",
    endpoint: "a",
    found: null,
    reply: replyOf(everyReply(target.known!)),
  });

function replyOf(fields: Record<string, unknown>): RemoteReply {
  const { campaignId, cc = "", bcc = "", attachments = [], addSignature = false, ...rest } = fields;
  const listed = (text: unknown) => String(text).split(",").filter(Boolean);
  return {
    ...rest,
    campaignId: String(campaignId),
    cc: listed(cc),
    bcc: listed(bcc),
    attachments,
    addSignature,
  } as RemoteReply;
}

function resultFor({ status }: ConformanceCase, endpoint: Endpoint): object {
  if (status === 200) return { kind: "accepted", endpoint };
  return { kind: "refused", temporary: false, reason: status === 404 ? "not_found" : "refused", retryAt: null };
}
