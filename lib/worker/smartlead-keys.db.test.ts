import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { connectSmartlead } from "@/lib/services/smartlead/connect-smartlead";
import { disconnectSmartlead } from "@/lib/services/smartlead/disconnect-smartlead";
import { listSmartleadConnections } from "@/lib/services/smartlead/list-smartlead-connections";
import { pollSmartleadNow } from "@/lib/services/smartlead/poll-smartlead-now";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { connectionRow, remoteHistories, smartleadDeps, storedHistories } from "@/lib/testing/smartlead-account";
import { until, useSmartleadReading } from "@/lib/testing/smartlead-reading";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discoverSmartleadInJob } from "./handlers/discover-smartlead";

const world = testDatabase();
const reading = useSmartleadReading(world);
const { account, startReading, firstRead, isSame } = reading;

test("a key that is refused stops the account with a word, and a try that works lets it go on", async () => {
  await account(1);
  const { admin, connectionId } = await reading.connected();
  reading.fake.keys.delete(reading.fake.key);
  startReading();
  await until(async () => (await connectionRow(world.db, connectionId)).state === "failing");
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ stateReason: "auth" });
  reading.fake.keys.add(reading.fake.key);
  await pollSmartleadNow(admin, { connectionId });
  await until(async () => (await connectionRow(world.db, connectionId)).state === "connected");
});

test("an account that is disconnected and connected again, by the same key or another, is the same one", async () => {
  const { leads } = await account(4);
  const { workspaceId, admin, deps, connectionId } = await reading.connected();
  const end = startReading();
  await firstRead(connectionId);
  await end();
  expect(await disconnectSmartlead(admin, { connectionId })).toEqual({ threads: 4, held: 0, handedOver: 0 });
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "disconnected", key: null });
  expect(await connectSmartlead(admin, { key: reading.fake.key })).toEqual({ connectionId });
  await disconnectSmartlead(admin, { connectionId });

  reading.fake.keys.add("another-key-of-the-account");
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
  await reading.fake.receive(leads[0]!, { email_body: "<p>Still there?</p>" });
  startReading();
  await until(isSame(workspaceId));
});

test("a key that never worked is told as such, and one that opens nothing chosen stands as connected by its own word only", async () => {
  await account(1);
  const { id: workspaceId } = await makeWorkspace(world.db);
  const admin = contextOf(await makeMember(world.db, { workspaceId, role: "admin" }), world.db);
  const { connectionId } = await connectSmartlead(admin, { key: "a-key-that-opens-nothing" });
  startReading();
  await sleep(600);
  expect(await connectionRow(world.db, connectionId)).toMatchObject({ state: "new" });
  await discoverSmartleadInJob(smartleadDeps(world.db, reading.fake), { connectionId });
  await sleep(600);
  const failing = { state: "failing", stateReason: "auth", lastPolledAt: null };
  expect(await connectionRow(world.db, connectionId)).toMatchObject(failing);
  reading.fake.keys.add("a-key-that-opens-nothing");
  await pollSmartleadNow(admin, { connectionId });
  await until(async () => (await connectionRow(world.db, connectionId)).state === "connected");
  await until(async () => (await connectionRow(world.db, connectionId)).lastPolledAt !== null);
});

test("a try that somebody asks for does not wait for the end of the pause", async () => {
  const { leads } = await account(1);
  const { workspaceId, admin, connectionId } = await reading.connected();
  reading.fake.keys.delete(reading.fake.key);
  startReading({ mostBackoff: 3_600_000 });
  await until(async () => (await connectionRow(world.db, connectionId)).state === "failing");
  reading.fake.keys.add(reading.fake.key);
  await sleep(200);
  await pollSmartleadNow(admin, { connectionId });
  await firstRead(connectionId);
  expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
});
