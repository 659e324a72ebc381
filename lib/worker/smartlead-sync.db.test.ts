import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { mailboxes, smartleadCampaigns, smartleadWebhooks, threads } from "@/lib/db/schema";
import { requestSync } from "@/lib/services/replies/request-sync";
import { chooseSmartleadCampaigns } from "@/lib/services/smartlead/choose-smartlead-campaigns";
import { connectSmartlead } from "@/lib/services/smartlead/connect-smartlead";
import { disconnectSmartlead } from "@/lib/services/smartlead/disconnect-smartlead";
import { listSmartleadBrokenRows } from "@/lib/services/smartlead/list-smartlead-broken-rows";
import { listSmartleadConnections } from "@/lib/services/smartlead/list-smartlead-connections";
import { pollSmartleadNow } from "@/lib/services/smartlead/poll-smartlead-now";
import { receiveWebhook } from "@/lib/services/smartlead/receive-webhook";
import { saveSmartleadSettings } from "@/lib/services/smartlead/save-smartlead-settings";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import {
  connectedAccount,
  connectionRow,
  remoteHistories,
  smartleadDeps,
  storedHistories,
} from "@/lib/testing/smartlead-account";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discoverSmartleadInJob } from "./handlers/discover-smartlead";
import { readSmartleadWebhook } from "./handlers/read-smartlead-webhook";
import type { SmartleadPace } from "./smartlead-reader";
import { runSmartleadSync } from "./smartlead-sync";

const world = testDatabase();
const stops: (() => Promise<unknown>)[] = [];
let fake: FakeSmartlead;
beforeEach(async () => {
  fake = await startFakeSmartlead({ ids: "mixed" });
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await fake.stop();
});

const HASTE = { poll: 100, deep: 60_000, idle: 50, sweep: 5, sweepAgain: 500, backoff: 20, mostBackoff: 200 };
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A worker that reads accounts, until the test ends or `stop` is called. */
function startReading(pace: Partial<SmartleadPace> = {}): () => Promise<void> {
  const stop = new AbortController();
  const deps = smartleadDeps(world.db, fake);
  const ended = runSmartleadSync({ ...deps, workerId: newId(), signal: stop.signal, pace: { ...HASTE, ...pace } });
  const end = async () => {
    stop.abort();
    await ended;
  };
  stops.push(end);
  return end;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await what()) return;
    await sleep(50);
  }
  throw new Error("it never happened");
}

async function account(count: number) {
  const campaign = fake.addCampaign();
  const mailbox = fake.addAccount({ address: "sam@acme.test" });
  const leads = Array.from({ length: count }, (_, at) =>
    fake.addLead({ campaign, account: mailbox, sentAt: ago(200 + at) }),
  );
  for (const [at, lead] of leads.entries()) await fake.receive(lead, { time: ago(100 + at) });
  return { campaign, mailbox, leads };
}

const isSame = (workspaceId: string, leads: FakeSmartlead["state"]["leads"]) => async () =>
  JSON.stringify(sorted(await storedHistories(world.db, workspaceId))) ===
  JSON.stringify(sorted(remoteHistories([...leads.values()])));
const sorted = (histories: Record<string, string[]>) =>
  Object.entries(histories).toSorted(([a], [b]) => (a < b ? -1 : 1));

test("a pasted key opens its account, and what is chosen of it is read from its beginning", async () => {
  const { leads } = await account(45);
  const { workspaceId, admin, connectionId } = await connectedAccount(world.db, fake);
  const [before] = await listSmartleadConnections(admin);
  expect(before).toMatchObject({ state: "connected", mailboxes: 1, campaigns: [{ name: "Spring", isChosen: true }] });
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
  const [after] = await listSmartleadConnections(admin);
  expect(after).toMatchObject({ repliesFound: 45, leads: 45, firstSync: { read: 45 }, brokenRows: 0 });
  expect(JSON.stringify([before, after])).not.toContain(fake.key);
});

test("new replies come by polling, and what was sent at Smartlead by the sweep", async () => {
  const { leads } = await account(3);
  const { workspaceId, connectionId } = await connectedAccount(world.db, fake);
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  await fake.receive(leads[1]!, { email_body: "<p>And one thing more.</p>" });
  fake.send(leads[2]!, { email_body: "<p>Just following up.</p>" });
  await until(isSame(workspaceId, fake.state.leads));
  const rows = await world.db.select().from(threads).where(eq(threads.workspaceId, workspaceId));
  expect(rows.map(({ messageCount }) => messageCount).toSorted((a, b) => a - b)).toEqual([2, 3, 3]);
});

test(
  "a reading that is killed goes on where it was, also when replies came and leads went meanwhile",
  { timeout: 240_000 },
  async () => {
    const { campaign, mailbox } = await account(90);
    const { workspaceId, connectionId } = await connectedAccount(world.db, fake);
    fake.switches.latencyMs = 30;
    for (const kills of [1, 2, 3]) {
      const end = startReading();
      await until(async () => (await connectionRow(world.db, connectionId)).firstSyncOffset >= kills * 19);
      await end();
      // The newest replies push all others back; what is deleted brings them forward.
      const late = fake.addLead({ campaign, account: mailbox });
      await fake.receive(late);
      for (const lead of [...fake.state.leads.values()].slice(0, 2)) fake.state.leads.delete(lead.mapId);
    }
    fake.switches.latencyMs = 0;
    startReading();
    await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
    const here = await storedHistories(world.db, workspaceId);
    const missing = Object.keys(remoteHistories([...fake.state.leads.values()])).filter((id) => !here[id]);
    expect(missing).toEqual([]);
  },
);

test("a webhook that comes twice, before the history has the message, leads to it once", async () => {
  const { leads } = await account(1);
  const { workspaceId, connectionId, deps } = await connectedAccount(world.db, fake);
  fake.webhooks.sendTo({ url: "http://unused.test", hasRequestId: true });
  fake.switches.historyLagMs = 1_000;
  await fake.receive(leads[0]!, { email_body: "<p>Call me.</p>" });
  const secret = await webhookSecret(connectionId);
  const { headers, body } = fake.webhooks.waiting[0]!;
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

async function webhookSecret(connectionId: string): Promise<string> {
  const { smartleadSecrets } = await import("@/lib/services/smartlead/smartlead-secrets");
  return smartleadSecrets(await connectionRow(world.db, connectionId)).webhookSecret;
}

test("a broken row stops nothing and is kept with its raw body", async () => {
  const { leads } = await account(3);
  fake.state.brokenRows.replies.push({ email_lead_map_id: { odd: true }, lead_email: "no address" });
  const { workspaceId, admin, connectionId } = await connectedAccount(world.db, fake);
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
  const [row] = await listSmartleadBrokenRows(admin, { connectionId });
  expect(row).toMatchObject({ source: "replies", raw: expect.stringContaining("no address") });
});

test("a key that is refused stops the account with a word, and a try that works lets it go on", async () => {
  await account(1);
  const { admin, connectionId } = await connectedAccount(world.db, fake);
  fake.keys.delete(fake.key);
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).state === "failing");
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ stateReason: "auth" });
  fake.keys.add(fake.key);
  await pollSmartleadNow(admin, { connectionId });
  await until(async () => (await connectionRow(world.db, connectionId)).state === "connected");
});

test("an account that is disconnected and connected again, by the same key or another, is the same one", async () => {
  const { leads } = await account(4);
  const { workspaceId, admin, deps, connectionId } = await connectedAccount(world.db, fake);
  const end = startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  await end();
  expect(await disconnectSmartlead(admin, { connectionId })).toEqual({ threads: 4, held: 0, handedOver: 0 });
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "disconnected", key: null });
  expect(await connectSmartlead(admin, { key: fake.key })).toEqual({ connectionId });
  await disconnectSmartlead(admin, { connectionId });

  fake.keys.add("another-key-of-the-account");
  const fresh = await connectSmartlead(admin, { key: "another-key-of-the-account" });
  await discoverSmartleadInJob(deps, fresh);
  const [only, ...others] = await listSmartleadConnections(admin);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    id: connectionId,
    state: "connected",
    keyHint: "ount",
    campaigns: [{ isChosen: true }],
  });
  await fake.receive(leads[0]!, { email_body: "<p>Still there?</p>" });
  startReading();
  await until(isSame(workspaceId, fake.state.leads));
});

test("whoever waits for a fresh look gets one at once", async () => {
  const { leads, mailbox } = await account(1);
  const { workspaceId, connectionId } = await connectedAccount(world.db, fake);
  startReading({ poll: 3_600_000, sweepAgain: 3_600_000 });
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  await fake.receive(leads[0]!, { email_body: "<p>No need to follow up.</p>" });
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

test("only admins have a part in it, and only in their own workspace", async () => {
  await account(1);
  const { workspaceId, connectionId } = await connectedAccount(world.db, fake);
  const sdr = contextOf(await makeMember(world.db, { workspaceId }), world.db);
  const other = await makeWorkspace(world.db);
  const stranger = contextOf(await makeMember(world.db, { workspaceId: other.id, role: "admin" }), world.db);
  const settings = { connectionId, endpoint: "auto" as const, handsOver: true };
  for (const verb of [
    () => connectSmartlead(sdr, { key: fake.key }),
    () => listSmartleadConnections(sdr),
    () => listSmartleadBrokenRows(sdr, { connectionId }),
    () => chooseSmartleadCampaigns(sdr, { connectionId, campaignIds: [] }),
    () => saveSmartleadSettings(sdr, settings),
    () => pollSmartleadNow(sdr, { connectionId }),
    () => disconnectSmartlead(sdr, { connectionId }),
  ])
    await expect(verb()).rejects.toMatchObject({ code: "forbidden" });
  expect(await listSmartleadConnections(stranger)).toEqual([]);
  for (const verb of [
    () => listSmartleadBrokenRows(stranger, { connectionId }),
    () => chooseSmartleadCampaigns(stranger, { connectionId, campaignIds: [] }),
    () => saveSmartleadSettings(stranger, settings),
    () => disconnectSmartlead(stranger, { connectionId }),
  ])
    await expect(verb()).rejects.toMatchObject({ code: "not_found" });
});

test("a signing secret is kept sealed and told to nobody", async () => {
  await account(1);
  const { admin, connectionId } = await connectedAccount(world.db, fake);
  const settings = { connectionId, endpoint: "b" as const, handsOver: true };
  await saveSmartleadSettings(admin, { ...settings, signingSecret: "sign-with-this-one" });
  await saveSmartleadSettings(admin, settings);
  const [view] = await listSmartleadConnections(admin);
  expect(view).toMatchObject({ endpoint: "b", handsOver: true, hasSigningSecret: true });
  expect(JSON.stringify([view, await connectionRow(world.db, connectionId)])).not.toContain("sign-with-this-one");
  await saveSmartleadSettings(admin, { ...settings, signingSecret: null });
  expect(await listSmartleadConnections(admin)).toMatchObject([{ hasSigningSecret: false }]);
});

test("a campaign that is chosen later is read from its beginning, and one that is left keeps its history", async () => {
  const { campaign } = await account(2);
  const { workspaceId, admin, connectionId } = await connectedAccount(world.db, fake);
  const other = fake.addCampaign({ name: "Autumn" });
  const mailbox = fake.addAccount({ address: "sam@acme.test" });
  const late = fake.addLead({ campaign: other, account: mailbox, sentAt: ago(900) });
  await fake.receive(late, { time: ago(800) });
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(2);
  const { deps } = { deps: smartleadDeps(world.db, fake) };
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

test("a key that never worked is told as such, and one that opens nothing chosen stands as connected by its own word only", async () => {
  await account(1);
  const { id: workspaceId } = await makeWorkspace(world.db);
  const admin = contextOf(await makeMember(world.db, { workspaceId, role: "admin" }), world.db);
  const { connectionId } = await connectSmartlead(admin, { key: "a-key-that-opens-nothing" });
  startReading();
  await sleep(600);
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "new" });
  await discoverSmartleadInJob(smartleadDeps(world.db, fake), { connectionId });
  await sleep(600);
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "failing", stateReason: "auth" });
  fake.keys.add("a-key-that-opens-nothing");
  await pollSmartleadNow(admin, { connectionId });
  await until(async () => (await connectionRow(world.db, connectionId)).state === "connected");
});

test("a try that somebody asks for does not wait for the end of the pause", async () => {
  const { leads } = await account(1);
  const { workspaceId, admin, connectionId } = await connectedAccount(world.db, fake);
  fake.keys.delete(fake.key);
  startReading({ mostBackoff: 3_600_000 });
  await until(async () => (await connectionRow(world.db, connectionId)).state === "failing");
  fake.keys.add(fake.key);
  await sleep(200);
  await pollSmartleadNow(admin, { connectionId });
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
});

test("a lead that cannot be stored is set aside and stops no other", async () => {
  const { leads } = await account(3);
  const { workspaceId, admin, connectionId } = await connectedAccount(world.db, fake);
  leads[1]!.overlay = { lead_first_name: "Ana\u0000" };
  await world.db.execute(sql`create function refuse_lead() returns trigger language plpgsql as
    $$ begin if new.email = ${sql.raw(`'${leads[2]!.email}'`)} then raise exception 'no'; end if; return new; end $$`);
  await world.db.execute(sql`create trigger refuse before insert on leads for each row execute function refuse_lead()`);
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  await world.db.execute(sql`drop trigger refuse on leads`);
  const here = await storedHistories(world.db, workspaceId);
  expect(here[leads[0]!.mapId]).toHaveLength(2);
  expect(here[leads[2]!.mapId]).toBeUndefined();
  expect(await listSmartleadBrokenRows(admin, { connectionId })).toMatchObject([{ reason: "row: unstorable" }]);
});

test("a lead whose history cannot be read is set aside, and neither poll nor first sync nor sweep stops at it", async () => {
  const { leads } = await account(3);
  const { workspaceId, admin, connectionId } = await connectedAccount(world.db, fake);
  for (const each of leads) each.overlay = { email_history: undefined };
  const ofOne = new RegExp(`/leads/${leads[1]!.leadId}/message-history`);
  fake.faults.add({ kind: "server" }, { path: ofOne, times: 10_000 });
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).firstSyncedAt !== null);
  expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(2);
  expect(await listSmartleadBrokenRows(admin, { connectionId })).toMatchObject([{ reason: "history: server" }]);

  fake.faults.clear();
  await until(isSame(workspaceId, fake.state.leads));
  fake.faults.add({ kind: "not_json" }, { path: ofOne, times: 10_000 });
  for (const each of leads) fake.send(each, { email_body: "<p>Just following up.</p>" });
  const isSwept = async () => Object.values(await storedHistories(world.db, workspaceId)).flat().length === 8;
  await until(isSwept);
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "connected" });
});
