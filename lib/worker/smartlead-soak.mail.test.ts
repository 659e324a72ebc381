import { fork, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messages, smartleadConnections } from "@/lib/db/schema";
import { newId } from "@/lib/core/ids";
import { smartleadBudget } from "@/lib/services/smartlead/budget";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { playSmartlead } from "@/lib/testing/smartlead-play/play-smartlead";
import { connectedAccount, connectionRow, remoteHistories, storedHistories } from "@/lib/testing/smartlead-account";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { workerProcess } from "@/lib/testing/worker-program";
import { runSmartleadSync } from "./smartlead-sync";

/** `npm run soak` sets these higher. */
const RUNS = Number(process.env.SMARTLEAD_RUNS ?? 50);
const FIRST = Number(process.env.SMARTLEAD_FIRST_RUN ?? 1);
const LEADS = Number(process.env.SMARTLEAD_LEADS ?? 40);
const TIMEOUT = 4 * 3_600_000;

const world = testDatabase();

test(
  `both sides of an account do as they like, ${RUNS} times: nothing is lost and nothing is doubled`,
  { timeout: TIMEOUT },
  async () => {
    for (let run = FIRST; run < FIRST + RUNS; run++) {
      const { remote, here, ...counts } = await playSmartlead(world.db, `smartlead ${run}`);
      expect(here, `run ${run}`).toEqual(remote);
      // Threads besides are those of leads that IMAP alone has seen.
      expect(counts.unsettled, `run ${run}`).toBe(0);
      expect(counts.doubled, `run ${run}`).toEqual([]);
    }
  },
);

test("the limiter's defaults are kept to by all that reads", { timeout: 300_000 }, async () => {
  const fake = await startFakeSmartlead({ perTwoSeconds: 10, perMinute: 60 });
  const stop = new AbortController();
  try {
    const campaign = fake.addCampaign();
    const account = fake.addAccount();
    for (let n = 0; n < 60; n++) await fake.receive(fake.addLead({ campaign, account }));
    const budgetOf = (keyHash: string) => smartleadBudget(world.db, keyHash);
    const { deps, workspaceId, connectionId } = await connectedAccount(world.db, fake, budgetOf);
    const ended = runSmartleadSync({ ...deps, workerId: newId(), signal: stop.signal });
    while ((await connectionRow(world.db, connectionId)).firstSyncedAt === null) await sleep(200);
    stop.abort();
    await ended;
    await world.db.update(smartleadConnections).set({ key: null });
    expect(Object.keys(await storedHistories(world.db, workspaceId))).toHaveLength(60);
    expect(fake.calls.filter(({ status }) => status === 429)).toEqual([]);
    expect([fake.busiest(2_000) <= 10, fake.busiest(60_000) <= 60, fake.calls.length > 20]).toEqual([true, true, true]);
  } finally {
    stop.abort();
    await fake.stop();
  }
});

describe("a first sync that is killed", () => {
  let fake: FakeSmartlead;
  let worker: ChildProcess | null = null;
  beforeAll(async () => {
    fake = await startFakeSmartlead();
  });
  afterAll(async () => {
    worker?.kill("SIGKILL");
    await fake.stop();
  });

  function start(): ChildProcess {
    const limits = { SMARTLEAD_PER_TWO_SECONDS: "100000", SMARTLEAD_PER_MINUTE: "1000000" };
    return fork(workerProcess(), [], {
      env: { ...process.env, ...limits, SMARTLEAD_BASE_URL: fake.url, ALLOW_PRIVATE_HOSTS: fake.allow },
    });
  }

  test(`goes on where it was: ${LEADS} leads, none missing and none twice`, { timeout: TIMEOUT }, async () => {
    const campaign = fake.addCampaign();
    const account = fake.addAccount();
    const begun = Date.now() - LEADS * 60_000;
    for (let n = 0; n < LEADS; n++) {
      const lead = fake.addLead({ campaign, account, sentAt: new Date(begun + n * 60_000) });
      await fake.receive(lead, { time: new Date(begun + n * 60_000 + 30_000) });
    }
    const { workspaceId, connectionId } = await connectedAccount(world.db, fake);
    const calls = fake.calls.length;
    const startedAt = Date.now();
    for (const share of [0.2, 0.5, 0.8]) {
      worker = start();
      while ((await offset(connectionId)) < LEADS * share) await sleep(20);
      const gone = new Promise((resolve) => worker?.once("exit", resolve));
      worker.kill("SIGKILL");
      await gone;
      // Nobody gives a lease back that was killed with it.
      await world.db
        .update(smartleadConnections)
        .set({ leaseUntil: null })
        .where(eq(smartleadConnections.id, connectionId));
      // What comes meanwhile pushes all others back.
      await fake.receive(fake.addLead({ campaign, account }));
    }
    worker = start();
    while ((await connectionRow(world.db, connectionId)).firstSyncedAt === null) await sleep(50);
    while (Object.keys(await storedHistories(world.db, workspaceId)).length < LEADS + 3) await sleep(200);
    const leads = [...fake.state.leads.values()];
    expect(await storedHistories(world.db, workspaceId)).toEqual(remoteHistories(leads));
    expect(await world.db.$count(messages, eq(messages.workspaceId, workspaceId))).toBe(2 * (LEADS + 3));
    const pages = fake.calls.slice(calls).filter(({ path }) => path.endsWith("inbox-replies")).length;
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    process.stdout.write(`\nfirst sync of ${LEADS} leads: ${pages} calls, ${seconds} s, 3 kills\n`);
  });

  const offset = async (id: string) => (await connectionRow(world.db, id)).firstSyncOffset;
});
