import { describe, expect, test } from "vitest";
import type { Fault } from "@/lib/testing/fake-smartlead/fake-faults";
import { freeBudget } from "@/lib/testing/fake-smartlead/free-budget";
import { faultOf, useFakeSmartlead } from "@/lib/testing/fake-smartlead/use-fake-smartlead";
import { SmartleadFault } from "./smartlead-api";

const smartlead = useFakeSmartlead();
const { clientOf, answeredLead } = smartlead;
const kind = "person" as const;
test("what an account holds is read, and its passwords go nowhere", async () => {
  const lead = answeredLead();
  const client = clientOf();

  const mailboxes = await client.listMailboxes({ kind, offset: 0 });

  expect(mailboxes).toEqual({
    rows: [
      { id: String(lead.account.id), address: lead.account.from_email, name: "Sam Reed", signatureHtml: "<p>Sam</p>" },
    ],
    broken: [],
    isLast: true,
  });
  expect(await client.listCampaigns({ kind })).toMatchObject({
    rows: [{ id: String(lead.campaign.id), name: "Spring", status: "ACTIVE", schedule: { tz: "Europe/Berlin" } }],
  });
  expect((await client.listCategories({ kind })).rows.slice(0, 2)).toEqual([
    { id: "1", name: "Interested", sentiment: "positive" },
    { id: "2", name: "Meeting Request", sentiment: "positive" },
  ]);
});

test.each(["text", "number", "mixed"] as const)(
  "replies are read with their histories, oldest first, with ids as %s",
  async (ids) => {
    smartlead.fake.switches.ids = ids;
    const lead = answeredLead();
    for (const minutes of [30, 20, 10])
      await smartlead.fake.receive(lead, {
        time: new Date(Date.now() - minutes * 60_000),
        cc: "ben@lead.test, Eva <eva@lead.test>",
      });

    const page = await clientOf().listReplies({ kind, offset: 0, withHistory: true });

    expect(page).toMatchObject({ broken: [], isLast: true });
    const [row] = page.rows;
    expect(row).toMatchObject({
      leadMapId: lead.mapId,
      leadId: lead.leadId,
      campaignId: String(lead.campaign.id),
      mailboxId: String(lead.account.id),
      isUnread: true,
      categoryId: null,
      lastReplyAt: new Date(lead.lastReplyAt!),
    });
    expect(row!.history!.map(({ type }) => type)).toEqual(["SENT", "REPLY", "REPLY", "REPLY"]);
    const times = row!.history!.map(({ time }) => time.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(row!.history![1]).toMatchObject({
      statsId: lead.history[0]!.stats_id,
      messageId: lead.history[1]!.message_id.slice(1, -1),
      cc: ["ben@lead.test", "Eva <eva@lead.test>"],
    });
    expect(row!.raw).not.toHaveProperty("email_history");
  },
);

test("a fault says a closed word, and never the key", async () => {
  const stranger = clientOf({ key: "another&key=1" });
  const auth = await faultOf(stranger.listCampaigns({ kind }));
  smartlead.fake.faults.add({ kind: "limit", retryAfter: 30 });
  const before = Date.now();
  const limit = await faultOf(clientOf().listCampaigns({ kind }));

  expect([auth.reason, limit.reason]).toEqual(["auth", "limit"]);
  expect(limit.retryAt!.getTime() - before).toBeGreaterThan(29_000);
  expect(JSON.stringify([auth, auth.message, auth.response, auth.stack])).not.toContain("another");
});

test("a page ends where fewer rows come than were asked for, and every reply is on one of them", async () => {
  const [campaign, account] = [smartlead.fake.addCampaign(), smartlead.fake.addAccount()];
  const leads = Array.from({ length: 45 }, () => smartlead.fake.addLead({ campaign, account }));
  for (const [at, lead] of leads.entries())
    await smartlead.fake.receive(lead, { time: new Date(Date.now() - at * 60_000) });
  const client = clientOf();

  const seen: string[] = [];
  for (let offset = 0; ; offset += 20) {
    const page = await client.listReplies({ kind, offset, limit: 500, withHistory: false });
    expect(page.rows.every(({ history }) => history === null)).toBe(true);
    seen.push(...page.rows.map(({ leadMapId }) => leadMapId));
    if (page.isLast) break;
  }

  expect(seen).toEqual(leads.map(({ mapId }) => mapId));
});

test("replies can be asked for by campaign and by time", async () => {
  const account = smartlead.fake.addAccount();
  const [one, other] = [smartlead.fake.addCampaign(), smartlead.fake.addCampaign()];
  const [old, fresh, stranger] = [one, one, other].map((campaign) => smartlead.fake.addLead({ campaign, account }));
  await smartlead.fake.receive(old!, { time: new Date("2026-11-01T10:00:00Z") });
  await smartlead.fake.receive(fresh!, { time: new Date("2026-11-20T10:00:00Z") });
  await smartlead.fake.receive(stranger!, { time: new Date("2026-11-20T11:00:00Z") });

  const page = await clientOf().listReplies({
    kind,
    offset: 0,
    withHistory: true,
    campaignIds: [String(one.id)],
    between: { from: new Date("2026-11-19T00:00:00Z"), to: new Date("2026-11-21T00:00:00Z") },
  });

  expect(page.rows.map(({ leadMapId }) => leadMapId)).toEqual([fresh!.mapId]);
});

test("a history is read oldest first, from a time on, and with what lies beside the messages", async () => {
  const lead = answeredLead();
  const client = clientOf();
  const since = new Date(Date.now() - 15 * 60_000);
  for (const minutes of [20, 10, 5])
    await smartlead.fake.receive(lead, { time: new Date(Date.now() - minutes * 60_000) });
  lead.history.at(-1)!.attachments = [
    { file_url: "https://files.test/a.pdf", file_name: "a.pdf", file_type: "application/pdf" },
  ];
  const ids = { campaignId: String(lead.campaign.id), leadId: lead.leadId };

  const all = await client.readHistory({ kind, ...ids });
  const newer = await client.readHistory({ kind, ...ids, since });

  expect(all.rows.map(({ messageId }) => messageId)).toEqual(lead.history.map((each) => each.message_id.slice(1, -1)));
  expect(newer.rows.map(({ messageId }) => messageId)).toEqual(all.rows.slice(2).map(({ messageId }) => messageId));
  expect(all.rows.at(-1)!.attachments).toEqual([
    { url: "https://files.test/a.pdf", name: "a.pdf", type: "application/pdf" },
  ]);
});

test.each(["object", "empty"] as const)("what is missing is answered with 200 and nothing: %s", async (missing) => {
  smartlead.fake.switches.missing = missing;
  const client = clientOf();

  expect(await client.findLead({ kind, leadMapId: "5" })).toBeNull();
  expect(await client.readHistory({ kind, campaignId: "1", leadId: "2" })).toEqual({
    rows: [],
    broken: [],
    isLast: true,
  });
});

test("one lead is found by its row's id, or not", async () => {
  const lead = answeredLead();
  await smartlead.fake.receive(lead);
  smartlead.fake.switches.missing = "404";
  const client = clientOf();

  expect(await client.findLead({ kind, leadMapId: lead.mapId })).toMatchObject({
    leadMapId: lead.mapId,
    history: null,
  });
  expect(await client.findLead({ kind, leadMapId: "5" })).toBeNull();
  lead.overlay = { lead_email: null };
  expect((await faultOf(client.findLead({ kind, leadMapId: lead.mapId }))).reason).toBe("malformed");
});

describe("a reading call that fails says why", () => {
  const cases: [Fault, SmartleadFault["reason"]][] = [
    [{ kind: "server" }, "server"],
    [{ kind: "gateway" }, "server"],
    [{ kind: "html" }, "not_found"],
    [{ kind: "not_json" }, "malformed"],
    [{ kind: "lost_after" }, "timeout"],
    [{ kind: "halfway" }, "timeout"],
  ];
  test.each(cases)("%j", async (fault, reason) => {
    smartlead.fake.faults.add(fault);

    expect((await faultOf(clientOf().listCategories({ kind }))).reason).toBe(reason);
  });

  test("an answer of another shape", async () => {
    smartlead.fake.state.categories = { message: "moved" } as never;

    expect((await faultOf(clientOf().listCategories({ kind }))).reason).toBe("malformed");
  });

  test("a server that is not there", async () => {
    await smartlead.fake.stop();

    expect((await faultOf(clientOf().listCategories({ kind }))).reason).toBe("network");
  });
});

test("the budget is asked for a turn of the right kind and told what the headers say", async () => {
  smartlead.fake.switches.sendsRateHeaders = true;
  const budget = freeBudget();
  const client = clientOf({ budget });

  await client.listCategories({ kind: "sync" });
  await client.listCampaigns({ kind: "sweep" });

  expect(budget.taken).toEqual(["sync", "sweep"]);
  expect(budget.told[0]).toMatchObject({ limit: 60, remaining: 59, resetAt: expect.any(Date) });
  const stopped = client.listCampaigns({ kind: "sync", signal: AbortSignal.abort(new Error("stop")) });
  await expect(stopped).rejects.toThrow("stop");
});

test("how a reply went is asked for by its Message-ID, with or without brackets", async () => {
  const lead = answeredLead();
  const answer = await smartlead.fake.receive(lead);
  const client = clientOf();
  const reply = {
    campaignId: String(lead.campaign.id),
    emailStatsId: answer.stats_id,
    emailBody: "<p>Thanks</p>",
    toEmail: lead.email,
    cc: [],
    bcc: [],
    addSignature: false,
    attachments: [],
  };
  await client.sendThread({ kind, endpoint: "auto", found: null, reply });
  const { messageId } = smartlead.fake.replies[0]!;

  const found = { status: "COMPLETED", messageId: messageId.slice(1, -1) };
  expect(await client.findReplyStatus({ kind, messageId })).toEqual(found);
  expect(await client.findReplyStatus({ kind, messageId: messageId.slice(1, -1) })).toEqual(found);
  expect(await client.findReplyStatus({ kind, messageId: "nobody@acme.test" })).toBeNull();
});
