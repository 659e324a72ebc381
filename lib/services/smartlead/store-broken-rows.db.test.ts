import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { smartleadBrokenRows } from "@/lib/db/schema";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { forgetOldRows } from "./forget-old-rows";
import { storeBrokenRows } from "./store-broken-rows";

const test_ = testDatabase();

async function account() {
  const { connection } = await makeSmartleadWorld(test_.db);
  const isIt = eq(smartleadBrokenRows.connectionId, connection.id);
  const store = (rows: unknown[], at = new Date()) =>
    storeBrokenRows(
      { db: test_.db, now: () => at },
      connection,
      "replies",
      rows.map((row) => ({ raw: JSON.stringify(row), reason: "lead_email: required" })),
    );
  return { store, stored: () => test_.db.select().from(smartleadBrokenRows).where(isIt) };
}

test("a broken row that has changed is the same one, as it came last", async () => {
  const { store, stored } = await account();

  await store([{ email_lead_map_id: 9001, status: "STARTED" }]);
  await store([{ email_lead_map_id: 9001, status: "COMPLETED" }, { email_lead_map_id: 9002 }, { odd: 1 }, { odd: 2 }]);

  const rows = await stored();
  expect(rows).toHaveLength(4);
  expect(rows.find(({ times }) => times === 2)?.raw).toContain("COMPLETED");
});

test("of an account the newest 500 are kept, and none for longer than 30 days", async () => {
  const { store, stored } = await account();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

  await store([{ id: "old" }], daysAgo(31));
  await store([{ id: "older" }], daysAgo(32));
  await store(Array.from({ length: 499 }, (_, id) => ({ id })));
  expect(await stored()).toHaveLength(500);

  await forgetOldRows(test_.db);
  expect(await stored()).toHaveLength(499);
});

test("a long text that speaks of tokens all the time takes no time", async () => {
  const { store, stored } = await account();

  expect(await cpuTimeOf(() => store([{ email_body: "token".repeat(400_000), api_key: "hidden" }]))).toBeLessThan(
    2_000,
  );

  expect(JSON.stringify(await stored())).not.toContain("hidden");
});
