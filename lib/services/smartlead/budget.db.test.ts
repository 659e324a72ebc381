import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { smartleadBudgets, smartleadCalls } from "@/lib/db/schema";
import type { SmartleadCallKind } from "@/lib/domain/smartlead";
import { smartleadClient } from "@/lib/smartlead/client";
import { SmartleadFault } from "@/lib/smartlead/smartlead-api";
import { startFakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { smartleadBudget } from "./budget";
import { readBudget } from "./read-budget";

const database = testDatabase();
let keyHash: string;
beforeEach(() => {
  keyHash = randomUUID();
});

const LIMITS = { perTwoSeconds: 10, perMinute: 60 };
const budget = (limits = LIMITS, db = database.db) => smartleadBudget(db, keyHash, { limits, mostWaitMs: 5000 });

/** Calls that were made so many ms ago. */
async function made(kind: SmartleadCallKind, agoMs: number, count = 1): Promise<void> {
  for (let n = 0; n < count; n++)
    await database.db.execute(sql`
      insert into smartlead_calls (id, key_hash, kind, at)
      values (gen_random_uuid(), ${keyHash}, ${kind}, clock_timestamp() - make_interval(secs => ${agoMs / 1000}::float8))`);
}

/** How many turns of a kind are given at once. */
async function turnsNow(kind: SmartleadCallKind, most = 80): Promise<number> {
  for (let count = 0; count < most; count++)
    try {
      await budget().take(kind, AbortSignal.timeout(150));
    } catch {
      return count;
    }
  return most;
}

const callTimes = async () =>
  (await database.db.select().from(smartleadCalls).where(eq(smartleadCalls.keyHash, keyHash)))
    .map(({ at }) => at.getTime())
    .toSorted((a, b) => a - b);

describe("a key's calls", () => {
  test("stay within both windows, whichever of the processes makes them", async () => {
    const second = openDatabase(database.url);
    const limits = { perTwoSeconds: 4, perMinute: 1000 };
    const deadline = AbortSignal.timeout(5500);

    const loop = async (db: typeof database.db) => {
      while (!deadline.aborted)
        await budget(limits, db)
          .take("person", deadline)
          .catch(() => undefined);
    };
    await Promise.all(Array.from({ length: 16 }, (_, at) => loop(at % 2 ? database.db : second.db)));
    await second.pool.end();

    const times = await callTimes();
    for (const [at, time] of times.entries())
      expect(times.filter((each, other) => other >= at && each - time <= 2000).length).toBeLessThanOrEqual(4);
    expect(times.length).toBeGreaterThanOrEqual(9);
  });

  test("are never too many for a Smartlead that counts them as well", async () => {
    const fake = await startFakeSmartlead({ perTwoSeconds: 10, perMinute: 60 });
    const second = openDatabase(database.url);
    const clients = [database.db, second.db].map((db) =>
      smartleadClient({ key: fake.key, baseUrl: fake.url, budget: budget(LIMITS, db), rules: { allow: [fake.allow] } }),
    );

    const calls = Array.from({ length: 24 }, (_, at) => clients[at % 2]!.listCategories({ kind: "person" }));
    // From then on all the others wait, and are known to.
    await vi.waitFor(() => expect(fake.calls.length).toBeGreaterThanOrEqual(10));
    await Promise.all([...calls, clients[0]!.listCampaigns({ kind: "sync" })]);
    await Promise.all([second.pool.end(), fake.stop()]);

    expect(fake.calls.map(({ status }) => status)).toEqual(Array.from({ length: 25 }, () => 200));
    expect(fake.busiest(2000)).toBe(10);
    // People's first: it is one of the third and last round.
    expect(fake.calls.findIndex(({ path }) => path === "/campaigns/")).toBeGreaterThanOrEqual(20);
  });

  test("of a person go up to the limit, those of sync leave a sixth, and the sweep has a fifth", async () => {
    await made("sync", 30_000, 20);
    await made("person", 30_000, 29);
    expect(await turnsNow("sync")).toBe(1);
    expect(await turnsNow("person")).toBe(9);

    keyHash = randomUUID();
    await made("sweep", 30_000, 11);
    expect(await turnsNow("sweep")).toBe(1);
    expect(await turnsNow("sync")).toBe(7);
  });

  test("of sync are spread over the minute, so that a person always finds room", async () => {
    await made("sync", 5000, 9);

    expect(await turnsNow("sync")).toBe(0);
    expect(await turnsNow("person")).toBe(10);
  });

  test("of sync let a person go first who is waiting", async () => {
    await made("person", 1000, 10);
    const order: string[] = [];

    const sync = budget()
      .take("sync")
      .then(() => order.push("sync"));
    const person = budget()
      .take("person")
      .then(() => order.push("person"));
    await Promise.all([sync, person]);

    expect(order).toEqual(["person", "sync"]);
  });
});

describe("Smartlead's own word", () => {
  test("stops everybody until the time it says, and whoever would wait too long is told so", async () => {
    await budget().heard({ blockedUntil: new Date(Date.now() + 700) });
    const began = performance.now();
    await budget().take("person");
    expect(performance.now() - began).toBeGreaterThan(600);

    await budget().heard({ blockedUntil: new Date(Date.now() + 30_000) });
    await budget().heard({ blockedUntil: new Date(Date.now() + 2000) });
    const fault = await budget()
      .take("person")
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SmartleadFault);
    const { reason, retryAt } = fault as SmartleadFault;
    expect(reason).toBe("limit");
    expect(retryAt!.getTime() - Date.now()).toBeGreaterThan(28_000);
  });

  test("of what is left keeps sync off the last calls", async () => {
    await budget().heard({ limit: 60, remaining: 3, resetAt: new Date(Date.now() + 20_000) });

    expect([await turnsNow("sync", 3), await turnsNow("person", 3)]).toEqual([0, 3]);
  });

  test("never stops everything for longer than an hour", async () => {
    await budget().heard({ blockedUntil: new Date("2999-01-01") });

    const [row] = await database.db.select().from(smartleadBudgets).where(eq(smartleadBudgets.keyHash, keyHash));
    expect(row!.blockedUntil!.getTime() - Date.now()).toBeLessThan(3_601_000);
  });
});

test("whoever stops waiting takes no turn", async () => {
  await made("person", 1000, 10);
  const stop = AbortSignal.timeout(100);

  await expect(budget().take("person", stop)).rejects.toThrow();
  expect(await callTimes()).toHaveLength(10);
});

test("what is left is told, by kind, with what Smartlead said", async () => {
  await made("sync", 20_000, 5);
  await made("person", 500, 2);
  await made("person", 70_000, 4);
  await budget().heard({ limit: 120, remaining: 100, resetAt: new Date(Date.now() + 30_000) });

  const left = await readBudget(database.db, keyHash, LIMITS);

  expect(left).toMatchObject({
    used: { person: 2, sync: 5, sweep: 0 },
    left: 8,
    blockedUntil: null,
    remote: { limit: 120, remaining: 100 },
  });
  await budget().heard({ blockedUntil: new Date(Date.now() + 30_000) });
  expect(await readBudget(database.db, keyHash, LIMITS)).toMatchObject({ left: 0, blockedUntil: expect.any(Date) });
});
