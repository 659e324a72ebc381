import { afterEach, beforeEach, expect, test } from "vitest";
import { freeBudget } from "@/lib/testing/fake-smartlead/free-budget";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { smartleadClient } from "./client";
import { SmartleadFault } from "./smartlead-api";

let fake: FakeSmartlead;
beforeEach(async () => {
  fake = await startFakeSmartlead();
});
afterEach(() => fake.stop());

const kind = "person" as const;
const clientOf = (more: Partial<Parameters<typeof smartleadClient>[0]> = {}) =>
  smartleadClient({ key: fake.key, baseUrl: fake.url, budget: freeBudget(), rules: { allow: [fake.allow] }, ...more });

function answeredLead() {
  const campaign = fake.addCampaign();
  const account = fake.addAccount({ signature: "<p>Sam</p>" });
  return fake.addLead({ campaign, account });
}

async function faultOf(work: Promise<unknown>): Promise<SmartleadFault> {
  const error = await work.then(
    () => new Error("nothing went wrong"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SmartleadFault)) throw error;
  return error;
}

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
    fake.switches.ids = ids;
    const lead = answeredLead();
    for (const minutes of [30, 20, 10])
      await fake.receive(lead, {
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
  fake.faults.add({ kind: "limit", retryAfter: 30 });
  const before = Date.now();
  const limit = await faultOf(clientOf().listCampaigns({ kind }));

  expect([auth.reason, limit.reason]).toEqual(["auth", "limit"]);
  expect(limit.retryAt!.getTime() - before).toBeGreaterThan(29_000);
  expect(JSON.stringify([auth, auth.message, auth.response, auth.stack])).not.toContain("another");
});
