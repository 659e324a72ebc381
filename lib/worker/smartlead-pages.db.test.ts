import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { events, smartleadCampaigns, smartleadConnections } from "@/lib/db/schema";
import { chooseSmartleadCampaigns } from "@/lib/services/smartlead/choose-smartlead-campaigns";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { connectedAccount, connectionRow, smartleadDeps, storedHistories } from "@/lib/testing/smartlead-account";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discoverSmartleadInJob } from "./handlers/discover-smartlead";
import { smartleadApiOf } from "./smartlead-api-of";
import { firstSyncStep } from "./smartlead-first-sync";
import type { Reading } from "./smartlead-page";
import { pollReplies } from "./smartlead-poll";
import { runSmartleadSync } from "./smartlead-sync";
import type { Unread } from "./smartlead-unread";

const world = testDatabase();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
let fake: FakeSmartlead;
beforeEach(async () => {
  fake = await startFakeSmartlead();
});
afterEach(() => fake.stop());

async function account(count: number) {
  const campaign = fake.addCampaign();
  const mailbox = fake.addAccount({ address: "sam@acme.test" });
  const leads = Array.from({ length: count }, (_, at) =>
    fake.addLead({ campaign, account: mailbox, sentAt: ago(200 + at) }),
  );
  for (const [at, lead] of leads.entries()) await fake.receive(lead, { time: ago(100 + at) });
  return { leads, ...(await connectedAccount(world.db, fake)) };
}

async function readingOf(connectionId: string): Promise<Reading> {
  const deps = smartleadDeps(world.db, fake);
  const connection = await connectionRow(world.db, connectionId);
  return { deps, api: smartleadApiOf(deps, connection), connection, kind: "sync" };
}

const calls = (path: RegExp) => fake.calls.filter((call) => path.test(call.path)).length;

test("where no reply is known yet, one of days ago that Smartlead finds late is read, and a further choice begins with a first look", async () => {
  const { admin, connectionId, workspaceId } = await account(0);
  await pollReplies(await readingOf(connectionId));
  const [campaign, mailbox] = [fake.addCampaign(), fake.addAccount()];
  const lead = fake.addLead({ campaign, account: mailbox, sentAt: ago(5 * 24 * 60) });
  await discoverSmartleadInJob(smartleadDeps(world.db, fake), { connectionId });
  await world.db.update(smartleadCampaigns).set({ isChosen: true });
  await fake.receive(lead, { time: ago(4 * 24 * 60) });
  await pollReplies(await readingOf(connectionId));
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toEqual([lead.mapId]);

  fake.addCampaign({ name: "Autumn" });
  await discoverSmartleadInJob(smartleadDeps(world.db, fake), { connectionId });
  const own = eq(smartleadCampaigns.connectionId, connectionId);
  const campaignIds = (await world.db.select().from(smartleadCampaigns).where(own)).map(({ id }) => id);
  await chooseSmartleadCampaigns(admin, { connectionId, campaignIds });
  expect((await connectionRow(world.db, connectionId)).polledTo).toBeNull();
});

test("a poll whose filter or offset is passed over ends, and reads nothing of the past as news", async () => {
  const { workspaceId, connectionId } = await account(45);
  const poll = async (polledTo: Date, odd: (api: SmartleadApi) => SmartleadApi["listReplies"]) => {
    await world.db.update(smartleadConnections).set({ polledTo }).where(eq(smartleadConnections.id, connectionId));
    const reading = await readingOf(connectionId);
    const before = calls(/inbox-replies/);
    await pollReplies({ ...reading, api: { ...reading.api, listReplies: odd(reading.api) } });
    return calls(/inbox-replies/) - before;
  };
  const unfiltered = await poll(
    ago(0),
    (api) =>
      ({ between: _between, ...call }) =>
        api.listReplies(call),
  );
  expect(unfiltered).toBe(1);
  expect(await storedHistories(world.db, workspaceId)).toEqual({});
  expect(await poll(ago(1_000), (api) => (call) => api.listReplies({ ...call, offset: 0 }))).toBe(2);
});

test("a first sync that finds an empty page goes back for what has moved there", async () => {
  const { leads, workspaceId, connectionId } = await account(21);
  await firstSyncStep(await readingOf(connectionId), { wentBackFrom: null });
  for (const lead of leads.slice(0, 2)) fake.state.leads.delete(lead.mapId);
  const memory = { wentBackFrom: null };
  for (let step = 0; step < 5; step++) await firstSyncStep(await readingOf(connectionId), memory);
  expect(await storedHistories(world.db, workspaceId)).toHaveProperty(leads[20]!.mapId);
  expect((await connectionRow(world.db, connectionId)).firstSyncedAt).not.toBeNull();
});

test("a first sync gets past pages full of rows that cannot be stored", async () => {
  const { leads, workspaceId, connectionId } = await account(85);
  for (const lead of leads.slice(5, 70)) lead.overlay = { email_account_id: 987_654, email_history: [] };
  const memory = { wentBackFrom: null };
  for (let step = 0; step < 40; step++) if (await firstSyncStep(await readingOf(connectionId), memory)) break;
  expect((await connectionRow(world.db, connectionId)).firstSyncedAt).not.toBeNull();
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(20);
});

test("an account whose categories and mailboxes cannot be listed is connected nevertheless", async () => {
  for (const path of [/fetch-categories/, /email-accounts/])
    fake.faults.add({ kind: "server" }, { path, times: 1_000 });
  const { connectionId } = await account(1);
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "connected" });
  expect(await world.db.$count(smartleadCampaigns, eq(smartleadCampaigns.connectionId, connectionId))).toBe(1);
});

test("an account whose replies can be read stays connected where the names of its campaigns cannot", async () => {
  await account(1);
  fake.faults.add({ kind: "server" }, { path: /\/campaigns\/?$/, times: 10_000 });
  const stop = new AbortController();
  const pace = { poll: 20, deep: 1, idle: 20, sweep: 5, sweepAgain: 500, backoff: 5, mostBackoff: 20 };
  const deps = smartleadDeps(world.db, fake);
  const ended = runSmartleadSync({ ...deps, workerId: newId(), signal: stop.signal, pace });
  for (let tries = 0; tries < 100 && calls(/\/campaigns\/?$/) < 5; tries++) await sleep(50);
  expect(calls(/\/campaigns\/?$/)).toBeGreaterThanOrEqual(5);
  expect(await world.db.$count(events, eq(events.kind, "smartlead.failing"))).toBe(0);
  stop.abort();
  await ended;
});

test("a poll does not count where an answer is named that cannot be read, until it can, or has long been asked for", async () => {
  const { leads, workspaceId, connectionId } = await account(1);
  const [lead] = leads;
  const readAt = async () => (await connectionRow(world.db, connectionId)).lastPolledAt!;
  const poll = async (unread: Unread, aheadMs = 0) => {
    const reading = await readingOf(connectionId);
    const now = () => new Date(Date.now() + aheadMs);
    const { isWhole } = await pollReplies({ ...reading, deps: { ...reading.deps, now } }, { unread });
    return isWhole;
  };
  await world.db.update(smartleadConnections).set({ polledTo: ago(500) });
  expect(await poll(new Map())).toBe(true);
  const before = await readAt();
  await fake.receive(lead!, { time: ago(1) });
  lead!.overlay = { email_history: undefined };
  fake.faults.add({ kind: "server" }, { path: /message-history/, times: 10_000 });

  const unread: Unread = new Map();
  for (let times = 0; times < 3; times++) expect(await poll(unread)).toBe(false);
  expect(await readAt()).toEqual(before);
  expect(await poll(unread, 6 * 60_000)).toBe(true);

  fake.faults.clear();
  expect(await poll(new Map())).toBe(true);
  expect((await storedHistories(world.db, workspaceId))[lead!.mapId]).toHaveLength(3);
});
