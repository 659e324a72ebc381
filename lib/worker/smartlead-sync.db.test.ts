import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mailboxes, smartleadCampaigns, smartleadWebhooks, threads } from "@/lib/db/schema";
import { requestSync } from "@/lib/services/replies/request-sync";
import { chooseSmartleadCampaigns } from "@/lib/services/smartlead/choose-smartlead-campaigns";
import { listSmartleadConnections } from "@/lib/services/smartlead/list-smartlead-connections";
import { receiveWebhook } from "@/lib/services/smartlead/receive-webhook";
import { smartleadSecrets } from "@/lib/services/smartlead/smartlead-secrets";
import { connectionRow, remoteHistories, storedHistories } from "@/lib/testing/smartlead-account";
import { ago, until, useSmartleadReading } from "@/lib/testing/smartlead-reading";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discoverSmartleadInJob } from "./handlers/discover-smartlead";
import { readSmartleadWebhook } from "./handlers/read-smartlead-webhook";

const world = testDatabase();
const reading = useSmartleadReading(world);
const { account, startReading, firstRead, isSame } = reading;

test("a pasted key opens its account, and what is chosen of it is read from its beginning", async () => {
  const { leads } = await account(45);
  const { workspaceId, admin, connectionId } = await reading.connected();
  const [before] = await listSmartleadConnections(admin);
  expect(before).toMatchObject({ state: "connected", mailboxes: 1, campaigns: [{ name: "Spring", isChosen: true }] });
  startReading();
  await firstRead(connectionId);
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
  const [after] = await listSmartleadConnections(admin);
  expect(after).toMatchObject({ repliesFound: 45, leads: 45, firstSync: { read: 45 }, brokenRows: 0 });
  expect(JSON.stringify([before, after])).not.toContain(reading.fake.key);
});

test("new replies come by polling, and what was sent at Smartlead by the sweep", async () => {
  const { leads } = await account(3);
  const { workspaceId, connectionId } = await reading.connected();
  startReading();
  await firstRead(connectionId);
  await reading.fake.receive(leads[1]!, { email_body: "<p>And one thing more.</p>" });
  reading.fake.send(leads[2]!, { email_body: "<p>Just following up.</p>" });
  await until(isSame(workspaceId));
  const rows = await world.db.select().from(threads).where(eq(threads.workspaceId, workspaceId));
  expect(rows.map(({ messageCount }) => messageCount).toSorted((a, b) => a - b)).toEqual([2, 3, 3]);
});

test(
  "a reading that is killed goes on where it was, also when replies came and leads went meanwhile",
  { timeout: 240_000 },
  async () => {
    const { campaign, mailbox } = await account(90);
    const { workspaceId, connectionId } = await reading.connected();
    reading.fake.switches.latencyMs = 30;
    for (const kills of [1, 2, 3]) {
      const end = startReading();
      await until(async () => (await connectionRow(world.db, connectionId)).firstSyncOffset >= kills * 19);
      await end();
      // The newest replies push all others back; what is deleted brings them forward.
      const late = reading.fake.addLead({ campaign, account: mailbox });
      await reading.fake.receive(late);
      for (const lead of [...reading.fake.state.leads.values()].slice(0, 2))
        reading.fake.state.leads.delete(lead.mapId);
    }
    reading.fake.switches.latencyMs = 0;
    startReading();
    await firstRead(connectionId);
    const here = await storedHistories(world.db, workspaceId);
    const missing = Object.keys(remoteHistories([...reading.fake.state.leads.values()])).filter((id) => !here[id]);
    expect(missing).toEqual([]);
  },
);

test("a webhook that comes twice, before the history has the message, leads to it once", async () => {
  const { leads } = await account(1);
  const { workspaceId, connectionId, deps } = await reading.connected();
  reading.fake.webhooks.sendTo({ url: "http://unused.test", hasRequestId: true });
  reading.fake.switches.historyLagMs = 1_000;
  await reading.fake.receive(leads[0]!, { email_body: "<p>Call me.</p>" });
  const secret = smartleadSecrets(await connectionRow(world.db, connectionId)).webhookSecret;
  const { headers, body } = reading.fake.webhooks.waiting[0]!;
  const deliver = (given = secret) =>
    receiveWebhook(deps, {
      secret: given,
      body: Buffer.from(body),
      signature: null,
      requestId: headers["x-request-id"] ?? null,
    });
  expect([await deliver(), await deliver(), await deliver("another")]).toEqual(["stored", "repeated", "unknown"]);
  const [hook] = await world.db.select().from(smartleadWebhooks).where(eq(smartleadWebhooks.workspaceId, workspaceId));
  const handledAt = async () =>
    (await world.db.select().from(smartleadWebhooks).where(eq(smartleadWebhooks.id, hook!.id)))[0]!.handledAt;
  await readSmartleadWebhook(deps, { webhookId: hook!.id, look: 1 });
  expect(await handledAt()).toBeNull();
  await sleep(1_100);
  await readSmartleadWebhook(deps, { webhookId: hook!.id, look: 2 });
  await readSmartleadWebhook(deps, { webhookId: hook!.id, look: 2 });
  expect(await handledAt()).not.toBeNull();
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
});

test("whoever waits for a fresh look gets one at once", async () => {
  const { leads, mailbox } = await account(1);
  const { workspaceId, connectionId } = await reading.connected();
  startReading({ poll: 3_600_000, sweepAgain: 3_600_000 });
  await firstRead(connectionId);
  await reading.fake.receive(leads[0]!, { email_body: "<p>No need to follow up.</p>" });
  const [own] = await world.db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.workspaceId, workspaceId), eq(mailboxes.address, mailbox.from_email)));
  const asked = new Date();
  await until(async () => {
    // As a claim does until it is answered: a look that had begun before answers an older request.
    await requestSync(world.db, () => asked, own!.id);
    return ((await connectionRow(world.db, connectionId)).lastPolledAt ?? asked) > asked;
  });
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
});

test("a campaign that is chosen later is read from its beginning, and one that is left keeps its history", async () => {
  const { campaign } = await account(2);
  const { workspaceId, admin, deps, connectionId } = await reading.connected();
  const other = reading.fake.addCampaign({ name: "Autumn" });
  const mailbox = reading.fake.addAccount({ address: "sam@acme.test" });
  const late = reading.fake.addLead({ campaign: other, account: mailbox, sentAt: ago(900) });
  await reading.fake.receive(late, { time: ago(800) });
  startReading();
  await firstRead(connectionId);
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(2);
  await discoverSmartleadInJob(deps, { connectionId });
  const rows = await world.db
    .select()
    .from(smartleadCampaigns)
    .where(eq(smartleadCampaigns.connectionId, connectionId));
  const autumn = rows.find(({ remoteId }) => remoteId === String(other.id))!;
  expect(rows.map(({ remoteId }) => remoteId)).toContain(String(campaign.id));
  await chooseSmartleadCampaigns(admin, { connectionId, campaignIds: [autumn.id] });
  await until(async () => late.mapId in (await storedHistories(world.db, workspaceId)));
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(3);
  // Two accounts of one address are one mailbox.
  expect(await world.db.$count(mailboxes, eq(mailboxes.workspaceId, workspaceId))).toBe(1);
});
