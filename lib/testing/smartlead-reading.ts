import { afterEach, beforeEach, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import type { SmartleadPace } from "@/lib/worker/smartlead-reader";
import { runSmartleadSync } from "@/lib/worker/smartlead-sync";
import { startFakeSmartlead, type FakeSmartlead } from "./fake-smartlead/start-fake-smartlead";
import { connectedAccount, connectionRow, remoteHistories, smartleadDeps, storedHistories } from "./smartlead-account";
import type { TestDatabase } from "./test-db";

const HASTE = { poll: 100, deep: 60_000, idle: 50, sweep: 5, sweepAgain: 500, backoff: 20, mostBackoff: 200 };
/** A time so many minutes ago. */
export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A fake Smartlead of its own for each test of a file, and workers that read accounts there in haste. */
export function useSmartleadReading(database: TestDatabase) {
  const stops: (() => Promise<void>)[] = [];
  let fake: FakeSmartlead;
  beforeEach(async () => {
    fake = await startFakeSmartlead({ ids: "mixed" });
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    await fake.stop();
  });

  return {
    get fake() {
      return fake;
    },
    /** At Smartlead: a campaign with so many leads, who have all answered. */
    account: async (count: number) => {
      const campaign = fake.addCampaign();
      const mailbox = fake.addAccount({ address: "sam@acme.test" });
      const leads = Array.from({ length: count }, (_, at) =>
        fake.addLead({ campaign, account: mailbox, sentAt: ago(200 + at) }),
      );
      for (const [at, lead] of leads.entries()) await fake.receive(lead, { time: ago(100 + at) });
      return { campaign, mailbox, leads };
    },
    connected: () => connectedAccount(database.db, fake),
    /** A worker that reads accounts, until the test ends or what is returned is called. */
    startReading: (pace: Partial<SmartleadPace> = {}): (() => Promise<void>) => {
      const stop = new AbortController();
      const deps = smartleadDeps(database.db, fake);
      const ended = runSmartleadSync({ ...deps, workerId: newId(), signal: stop.signal, pace: { ...HASTE, ...pace } });
      const end = async () => {
        stop.abort();
        await ended;
      };
      stops.push(end);
      return end;
    },
    /** Waits until an account has been read from its beginning. */
    firstRead: (connectionId: string) =>
      until(async () => (await connectionRow(database.db, connectionId)).firstSyncedAt !== null),
    /** Whether every history is here as Smartlead has it. */
    isSame: (workspaceId: string) => async () =>
      inOrder(await storedHistories(database.db, workspaceId)) ===
      inOrder(remoteHistories([...fake.state.leads.values()])),
  };
}

/** Waits for what a worker does, as long as a busy machine may take for it. @throws Error when it has not come true after two minutes */
export const until = (what: () => Promise<boolean>) => vi.waitUntil(what, { timeout: 120_000, interval: 50 });

const inOrder = (histories: Record<string, string[]>) =>
  JSON.stringify(Object.entries(histories).toSorted(([a], [b]) => (a < b ? -1 : 1)));
