import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { leads } from "@/lib/db/schema";
import { makeLead, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { nameOfStatement } from "./named-statements";

const database = testDatabase();
let world: World;
beforeAll(async () => void (world = await makeWorld(database.db)));

const named = (text: string, times: number) => Array.from({ length: times }, () => nameOfStatement(text)).at(-1);

test("a statement has a name from the third time on, and keeps it", () => {
  const text = "select $1::int as seldom";

  expect(named(text, 2)).toBeNull();
  expect(named(text, 1)).toMatch(/^s\d+$/);
  expect(nameOfStatement(text)).toBe(nameOfStatement(text));
  expect(named("select $1::int as other", 3)).not.toBe(nameOfStatement(text));
});

test("a search is planned for its words each time", () => {
  expect(named("select 1 from messages where search @@ to_tsquery($1)", 9)).toBeNull();
});

test("what is asked again and again is prepared once, and answers for its own values", async () => {
  const { db } = database;
  const emails = ["ada@named.test", "bo@named.test"];
  for (const email of emails) await makeLead(db, { ...world, workspaceId: world.workspaceId, email });
  // One connection, since each prepares for itself.
  await db.transaction(async (tx) => {
    for (let time = 0; time < 12; time++) {
      const email = emails[time % 2]!;
      const found = await tx
        .select({ email: leads.email })
        .from(leads)
        .where(and(eq(leads.workspaceId, world.workspaceId), eq(leads.email, email)));
      expect(found).toEqual([{ email }]);
    }
    const prepared = await tx.execute<{ generic_plans: string; custom_plans: string }>(
      sql`select generic_plans, custom_plans from pg_prepared_statements where statement like 'select "email" from "leads"%'`,
    );
    expect(prepared.rows).toHaveLength(1);
    const [{ generic_plans: generic, custom_plans: custom }] = prepared.rows as [(typeof prepared.rows)[0]];
    expect(Number(generic) + Number(custom)).toBe(10);
  });
});

test("a statement that fails fails by itself: the next one of its name answers", async () => {
  const { db } = database;
  const divide = (by: number) => db.execute<{ n: number }>(sql`select 12 / ${by}::int as n`);
  for (let time = 0; time < 4; time++) expect((await divide(3)).rows).toEqual([{ n: 4 }]);

  await expect(divide(0)).rejects.toThrow();
  expect((await divide(4)).rows).toEqual([{ n: 3 }]);
});

test("a statement without values is sent as it is", async () => {
  const { db } = database;
  for (let time = 0; time < 4; time++) await db.select({ id: leads.id }).from(leads).limit(0);
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_prepared_statements where statement like 'select "id" from "leads" limit 0%'`,
  );

  expect(rows).toEqual([{ n: 0 }]);
});
