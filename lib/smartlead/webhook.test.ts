import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { isGenuineWebhook, parseWebhook } from "./webhook";

const EVENT = {
  webhook_id: 9,
  event_type: "EMAIL_REPLY",
  campaign_id: 77,
  campaign_name: "Spring",
  sequence_number: 1,
  stats_id: "11111111-2222-4333-8444-555555555555",
  sl_email_lead_id: 401,
  sl_email_lead_map_id: "901",
  sl_lead_email: "ana@lead.test",
  from_email: "sam@acme.test",
  to_email: "ben@lead.test",
  to_name: "Ana Berg",
  cc_emails: ["eva@lead.test"],
  subject: "Re: A question",
  event_timestamp: "2026-11-20T10:00:05.000Z",
  sent_message: { message_id: "<s-1@acme.test>", html: "<p>Hello</p>", text: "Hello", time: "2026-11-19T10:00:00Z" },
  reply_message: { message_id: "<r-1@lead.test>", html: "<p>Yes</p>", text: "Yes", time: "2026-11-20T10:00:00Z" },
  secret_key: "made-up-by-smartlead",
  leadCorrespondence: { targetLeadEmail: "ana@lead.test", replyReceivedFrom: "ben@lead.test" },
};
const without = (...names: string[]) =>
  JSON.stringify(Object.fromEntries(Object.entries(EVENT).filter(([name]) => !names.includes(name))));

describe("a delivery is genuine", () => {
  const secrets = { webhookSecret: "in-the-address", signingSecret: "signs-bodies" };
  const body = Buffer.from(JSON.stringify(EVENT));
  const sign = (secret: string, of = body) => `sha256=${createHmac("sha256", secret).update(of).digest("hex")}`;
  const told = (secret_key: string) => Buffer.from(JSON.stringify({ ...EVENT, secret_key }));

  test.each([
    ["by its address", { body, urlSecret: "in-the-address", signature: null }, true],
    ["not by a wrong address", { body, urlSecret: "in-the-addresS", signature: null }, false],
    ["by its signature", { body, urlSecret: null, signature: sign("signs-bodies") }, true],
    [
      "by its signature in capitals, without its prefix",
      { body, urlSecret: null, signature: sign("signs-bodies").slice(7).toUpperCase() },
      true,
    ],
    [
      "not by a wrong signature, though the address is right",
      { body, urlSecret: "in-the-address", signature: sign("x") },
      false,
    ],
    [
      "not by the signature of another body",
      { body, urlSecret: "in-the-address", signature: sign("signs-bodies", told("x")) },
      false,
    ],
    [
      "not by a signature, though it names our secret",
      { body: told("signs-bodies"), urlSecret: null, signature: sign("x") },
      false,
    ],
    ["by a secret_key that is ours", { body: told("signs-bodies"), urlSecret: null, signature: null }, true],
    [
      "by the address, whatever secret_key Smartlead made up",
      { body: told("other"), urlSecret: "in-the-address", signature: null },
      true,
    ],
    ["not by a secret_key alone that is not ours", { body: told("other"), urlSecret: null, signature: null }, false],
    ["not without any proof", { body: Buffer.from(without("secret_key")), urlSecret: null, signature: null }, false],
    ["not by an empty signature", { body, urlSecret: "in-the-address", signature: "" }, false],
  ])("%s", (_how, proofs, isGenuine) => {
    expect(isGenuineWebhook(proofs, secrets)).toBe(isGenuine);
  });

  test("and a signature that cannot be checked neither helps nor harms", () => {
    const unsigned = { webhookSecret: "in-the-address", signingSecret: null };

    expect(isGenuineWebhook({ body, urlSecret: "in-the-address", signature: sign("x") }, unsigned)).toBe(true);
    expect(isGenuineWebhook({ body, urlSecret: null, signature: sign("x") }, unsigned)).toBe(false);
  });
});

test("an answer is read: our mailbox is `from_email`, whoever answered `to_email`", () => {
  const event = parseWebhook(JSON.stringify(EVENT), null);

  expect(event).toMatchObject({
    type: "EMAIL_REPLY",
    campaignId: "77",
    leadMapId: "901",
    leadId: "401",
    leadEmail: "ana@lead.test",
    mailboxAddress: "sam@acme.test",
    statsId: EVENT.stats_id,
    sent: { type: "SENT", messageId: "s-1@acme.test", from: "sam@acme.test", to: "ana@lead.test" },
    reply: {
      type: "REPLY",
      messageId: "r-1@lead.test",
      from: "ben@lead.test",
      to: "sam@acme.test",
      cc: ["eva@lead.test"],
      subject: "Re: A question",
      html: "<p>Yes</p>",
      time: new Date("2026-11-20T10:00:00Z"),
    },
  });
  expect(event!.raw).toMatchObject({ campaign_name: "Spring" });
  expect(JSON.stringify(event)).not.toContain("made-up-by-smartlead");
});

test("what is missing is missing, and only a text becomes HTML", () => {
  const event = parseWebhook(
    JSON.stringify({
      event_type: "email_reply",
      sent_message: { text: "?" },
      reply_message: { text: 'a < b\n"c"', time: 1764000000 },
      cc_emails: null,
      leadCorrespondence: "x",
    }),
    null,
  );

  expect(event).toMatchObject({
    type: "EMAIL_REPLY",
    campaignId: null,
    statsId: null,
    sent: null,
    reply: {
      messageId: null,
      time: new Date(1764000000_000),
      html: "<p>a &lt; b<br>&quot;c&quot;</p>",
      cc: [],
      statsId: "",
    },
  });
  for (const body of ["", "[]", "null", "{}", "x", '{"event_type": 5}']) expect(parseWebhook(body, null)).toBeNull();
});

describe("a repeated delivery is known", () => {
  const keyOf = (body: string, requestId: string | null = null) => parseWebhook(body, requestId)!.dedupeKey;

  test("by its request id, else by type, stats id and message id", () => {
    const again = JSON.stringify({ ...EVENT, webhook_id: 10, event_timestamp: "2026-11-20T10:05:00Z" });
    const other = JSON.stringify({
      ...EVENT,
      reply_message: { ...EVENT.reply_message, message_id: "<r-2@lead.test>" },
    });

    expect(keyOf(again, "req-1")).toBe(keyOf(other, "req-1"));
    expect(keyOf(again, "req-1")).not.toBe(keyOf(again, "req-2"));
    expect(keyOf(again)).toBe(keyOf(JSON.stringify(EVENT)));
    expect(keyOf(other)).not.toBe(keyOf(JSON.stringify(EVENT)));
    expect(keyOf(JSON.stringify(EVENT))).not.toBe(keyOf(JSON.stringify({ ...EVENT, event_type: "EMAIL_SENT" })));
  });

  test("and two changes of a category are two", () => {
    const change = (event_timestamp: string | null, to: string) =>
      JSON.stringify({ event_type: "LEAD_CATEGORY_UPDATED", stats_id: "s", event_timestamp, lead_category: to });

    expect(keyOf(change("2026-11-20T10:00:00Z", "a"))).not.toBe(keyOf(change("2026-11-20T10:01:00Z", "b")));
    expect(keyOf(change(null, "a"))).not.toBe(keyOf(change(null, "b")));
    expect(keyOf(change(null, "a"))).toBe(keyOf(change(null, "a")));
    const ofOneMessage = (lead_category: string) =>
      JSON.stringify({ ...EVENT, event_type: "LEAD_CATEGORY_UPDATED", lead_category });
    expect(keyOf(ofOneMessage("a"))).not.toBe(keyOf(ofOneMessage("b")));
  });
});

test("whatever a body says, reading it does not fail", () => {
  fc.assert(
    fc.property(
      fc.record(
        Object.fromEntries(Object.keys(EVENT).map((name) => [name, fc.anything({ maxDepth: 3 })])) as Record<
          string,
          fc.Arbitrary<unknown>
        >,
        { requiredKeys: [] },
      ),
      (body) => {
        const text = JSON.stringify({ ...body, event_type: "EMAIL_REPLY" });
        expect(parseWebhook(text, null)!.dedupeKey).toMatch(/^hash:/);
      },
    ),
    randomRuns(200),
  );
});
