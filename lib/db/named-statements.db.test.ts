import pg from "pg";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const database = testDatabase();
let client: pg.Client;
let nameOf: (text: string) => string | null;

// Other files of this process have named statements already.
beforeEach(async () => {
  vi.resetModules();
  const fresh = await import("./named-statements");
  nameOf = fresh.nameOfStatement;
  client = new fresh.NamingClient({ connectionString: database.url });
  await client.connect();
  return () => client.end();
});
afterAll(() => vi.resetModules());

const asked = (text: string, times: number) => Array.from({ length: times }, () => nameOf(text)).at(-1);
/** How often each prepared statement was planned for all values, and for its own. */
async function prepared() {
  const { rows } = await client.query<{ statement: string; plans: string }>(
    "select statement, (generic_plans + custom_plans)::text as plans from pg_prepared_statements order by name",
  );
  return rows.map(({ statement, plans }) => [statement, Number(plans)]);
}

test("a statement has a name from the third time on, and keeps it", () => {
  expect(asked("select $1::int as seldom", 2)).toBeNull();
  expect(asked("select $1::int as seldom", 1)).toBe("s1");
  expect(asked("select $1::int as other", 3)).toBe("s2");
  expect(asked("select $1::int as seldom", 1)).toBe("s1");
});

test.each([
  "select 1 from messages where search @@ to_tsquery($1)",
  "select 1 from leads where email = any($1)",
  "select 1 from unnest($1::text[]) said",
  "select 1 from leads where id in ($1, $2, $3, $4)",
])("what is best planned for its values has no name: %s", (text) => {
  expect(asked(text, 9)).toBeNull();
});

test("a short list has one", () => {
  expect(asked("select 1 from leads where status in ($1, $2, $3)", 3)).toBe("s1");
});

test("lists that are gone through side by side have one", () => {
  expect(asked("select 1 from unnest($1::bigint[], $2::uuid[]) given (thread_id, message_id)", 3)).toBe("s1");
});

test("there is room for so many, and those that have a name keep it", () => {
  for (let nth = 0; nth < 500; nth++) asked(`select $1::int as n${nth}`, 3);

  expect(asked("select $1::int as n0", 1)).toBe("s1");
  expect(asked("select $1::int as n499", 9)).toBeNull();
});

test("what is asked again and again is prepared once, and answers for its own values", async () => {
  for (let time = 0; time < 12; time++) {
    const { rows } = await client.query({ text: "select $1::int + $2::int as sum" }, [time, 1]);
    expect(rows).toEqual([{ sum: time + 1 }]);
  }

  expect(await prepared()).toEqual([["select $1::int + $2::int as sum", 10]]);
});

test("a statement that fails fails by itself: the next one of its name answers", async () => {
  const divide = async (by: number) => (await client.query({ text: "select 12 / $1::int as n" }, [by])).rows;
  for (let time = 0; time < 4; time++) expect(await divide(3)).toEqual([{ n: 4 }]);

  await expect(divide(0)).rejects.toThrow("division by zero");
  expect(await divide(4)).toEqual([{ n: 3 }]);
});

test("what has no values, a name of its own or very many values is sent as it is", async () => {
  const many = Array.from({ length: 65 }, (_, index) => `$${index + 1}::int`).join(", ");
  for (let time = 0; time < 4; time++) {
    await client.query("select 1");
    await client.query({ text: "select 1" });
    await client.query({ text: "select $1::int", name: "own", values: [1] });
    await client.query({ text: `select ${many}` }, Array.from({ length: 65 }).fill(1));
  }

  expect(await prepared()).toEqual([["select $1::int", 4]]);
});

test("while plans are kept a list that is looked up has a name of its own, but not one that is written out", async () => {
  const { keepingPlans } = await import("./named-statements");
  const whileKeeping = (text: string) => keepingPlans(async () => asked(text, 3));
  const anyOf = "select 1 from leads where email = any($1)";

  expect(await whileKeeping(anyOf)).toBe("l1");
  expect(asked(anyOf, 3)).toBeNull();
  expect(await whileKeeping("select 1 from leads where id in ($1, $2, $3, $4)")).toBeNull();
  expect(await whileKeeping("select 1 from messages where search @@ to_tsquery($1)")).toBeNull();
  expect(asked("select $1::int as usual", 3)).toBe("s1");
});

test("statements that a transaction sends while plans are kept are prepared, also those that leave together", async () => {
  const { keepingPlans } = await import("./named-statements");
  const text = "select value from unnest($1::int[]) value where value = any($2::int[]) order by value";
  const askTwice = () =>
    Promise.all([
      client.query({ text }, [[1, 2, 3], [2]]),
      client.query({ text }, [
        [1, 2, 3],
        [3, 1],
      ]),
    ]);
  for (let time = 0; time < 3; time++) {
    const answers = await keepingPlans(askTwice);
    expect(answers.map(({ rows }) => rows.map(({ value }: { value: number }) => value))).toEqual([[2], [1, 3]]);
  }

  expect((await prepared()).map(([statement]) => statement)).toEqual([text]);
});

test("who waits for a connection that plans are kept on has a name for nothing that is planned for its values", async () => {
  const { keepingPlans } = await import("./named-statements");
  const { openDatabase } = await import("./client");
  const { pool } = openDatabase(database.url, { max: 1 });
  const text = "select 1 as n where 1 = any($1::int[])";
  const heldWhile = async (work: () => Promise<unknown>) => {
    const held = await pool.connect();
    const waiting = work();
    await keepingPlans(async () => held.release());
    await waiting;
  };
  for (let time = 0; time < 4; time++) await heldWhile(() => pool.query({ text }, [[1]]));

  const { rows } = await pool.query("select name from pg_prepared_statements");
  await pool.end();
  expect(rows).toEqual([]);
});
