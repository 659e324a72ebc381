import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { leads } from "@/lib/db/schema";
import { makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { isAmong } from "./is-among";

const database = testDatabase();

test.each([["'quoted'"], ['a "word"'], ["back\\slash"], ["{1,2}"], ["NULL"], ["x, y"], ["ÉTÉ\nété"]])(
  "a value is found as it is written, whatever is in it: %s",
  async (company) => {
    const { lead } = await makeWorld(database.db);
    await database.db
      .update(leads)
      .set({ company })
      .where(sql`id = ${lead.id}`);
    const found = (values: string[]) =>
      database.db.$count(leads, sql`${isAmong(leads.company, values)} and id = ${lead.id}`);

    expect(await found(["other", company])).toBe(1);
    expect(await found([`${company} `, company.slice(1)])).toBe(0);
    expect(await found([])).toBe(0);
  },
);

test("addresses are found without regard to case, as their column compares", async () => {
  const { lead } = await makeWorld(database.db);

  expect(await database.db.$count(leads, isAmong(leads.email, [lead.email.toUpperCase()]))).toBe(1);
});
