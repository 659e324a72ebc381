import { drizzle } from "drizzle-orm/node-postgres";
import { beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "@/lib/db/client";
import * as schema from "@/lib/db/schema";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { countThreads } from "./count-threads";
import { listThreads } from "./list-threads";
import { settleThreadCounts } from "./settle-thread-counts";

const test_ = testDatabase();
const THREADS = 50_000;
const asked: { sql: string; params: unknown[] }[] = [];
let world: World;

/** 50,000 threads of two messages: every one says "freight", one in fifty "manifest", one in a thousand "reefer", a single one "zeppelin". */
beforeAll(async () => {
  world = await makeWorld(test_.db);
  const { workspaceId, mailbox, campaign, lead } = world;
  await test_.pool.query(
    `insert into threads (id, workspace_id, kind, mailbox_id, campaign_id, lead_id, last_message_at, last_direction, is_awaiting_answer, unread_count, archived_at)
     select 1000000 + n, $1, 'lead', $2, case when n % 1000 = 7 then $3::uuid end, $4, now() - n * interval '1 minute', 'in', n % 20 = 0, (n % 40 = 0)::int, case when n % 3 = 0 then now() end
     from generate_series(1, ${THREADS}) n`,
    [workspaceId, mailbox.id, campaign.id, lead.id],
  );
  await test_.pool.query(
    `insert into messages (id, workspace_id, thread_id, mailbox_id, direction, message_id, stats_id, from_name, from_address, subject, sent_at, first_seen_at, has_attachments, visible_text)
     select gen_random_uuid(), $1, 1000000 + n, $2, d, n || d || '@lead.test', n || d, 'Lead ' || n, 'lead' || n || '@lead.test', 'Rates', now() - n * interval '1 minute', now(), n % 500 = 20,
       'freight ' || case when n % 50 = 8 then 'manifest ' else '' end || case when n % 1000 = 7 then 'reefer ' else '' end || case when n = 49000 then 'zeppelin' else '' end
     from generate_series(1, ${THREADS}) n, unnest(array['in', 'out']) d`,
    [workspaceId, mailbox.id],
  );
  await test_.pool.query("vacuum analyze");
}, 180_000);

const ctx = () => {
  const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };
  return contextOf(world.manager, drizzle(test_.pool, { schema, logger }) as Database);
};

/** Runs a list for real and answers the plan of the statement that found its rows, with what the plan read. */
async function planOf(run: () => Promise<unknown>, which?: number) {
  asked.length = 0;
  await run();
  const { sql, params } = which === undefined ? asked.findLast(findsRows)! : asked.at(which)!;
  const { rows } = await test_.pool.query<{ "QUERY PLAN": string }>({
    text: `explain (analyze, buffers, timing off) ${sql}`,
    values: params,
  });
  // What the planner itself read of the catalogue hangs on the connection, and stands behind.
  const [text = ""] = rows
    .map((row) => row["QUERY PLAN"])
    .join("\n")
    .split("\nPlanning:");
  const pages = Math.max(0, ...[...text.matchAll(/shared hit=(\d+)/g)].map(([, hits]) => Number(hits)));
  return { text, pages };
}

/** A search finds the threads first, and reads their rows by another statement. */
const findsRows = ({ sql }: { sql: string }, _at: number, all: { sql: string }[]): boolean =>
  all.some(looksForWords) ? findsThreads({ sql }) : readsRows({ sql });
const looksForWords = ({ sql }: { sql: string }): boolean => sql.includes("with even as");
const findsThreads = ({ sql }: { sql: string }): boolean => /^select "(threads"\.")?id", \(/.test(sql);
const readsRows = ({ sql }: { sql: string }): boolean => sql.includes("placed_at");

test.each([
  ["the inbox", {}, "threads_waiting"],
  ["unread", { view: "unread" as const }, "threads_unread"],
  ["all", { view: "all" as const }, "threads_(all|newest)"],
  ["done", { view: "done" as const }, "threads_done"],
])("%s comes from its index in order, without sorting or reading the table", async (_name, input, index) => {
  const { text, pages } = await planOf(() => listThreads(ctx(), input));
  expect(text).toMatch(new RegExp(`Index Scan using ${index} `));
  expect(text).not.toMatch(/Seq Scan on (threads|messages)/);
  expect(pages).toBeLessThan(1500);
});

test("a late page costs what the first one costs", async () => {
  const first = await listThreads(ctx(), { view: "all", limit: 100 });
  let cursor = first.nextCursor;
  for (let page = 0; page < 20; page++)
    cursor = (await listThreads(ctx(), { view: "all", limit: 100, cursor: cursor! })).nextCursor;
  const late = await planOf(() => listThreads(ctx(), { view: "all", cursor: cursor! }));
  const early = await planOf(() => listThreads(ctx(), { view: "all" }));
  expect(late.pages).toBeLessThan(early.pages * 2);
});

test("a small campaign is found by its own index", async () => {
  const { text, pages } = await planOf(() => listThreads(ctx(), { view: "all", campaign: world.campaign.number }));
  expect(text).toContain("threads_campaign");
  expect(pages).toBeLessThan(1500);
});

test("a rare word is found by the full-text index", async () => {
  const { text, pages } = await planOf(() => listThreads(ctx(), { q: "zeppelin" }));
  expect(text).toContain("messages_search");
  expect(pages).toBeLessThan(100);
});

test("a word that stands in every message costs no more than a rare one", async () => {
  const { text, pages } = await planOf(() => listThreads(ctx(), { q: "freig" }));
  expect(text).not.toContain("messages_search");
  expect(text).not.toMatch(/Seq Scan on (threads|messages)/);
  expect(pages).toBeLessThan(1500);
});

test.each([
  ["a common word that a rare one stands beside", "freight zeppelin", 200],
  ["a sender, among words that stand everywhere", "from:lead49000", 200],
  ["a field in which a common word never stands", "subject:freight", 200],
  ["a phrase of a common and a rare word", '"freight reefer"', 2500],
  ["files of who waits", "is:unanswered has:file", 2500],
])("%s is found by the full-text index", async (_name, q, most) => {
  const { text, pages } = await planOf(() => listThreads(ctx(), { q }));
  expect(text).toContain("messages_search");
  expect(text).not.toMatch(/Seq Scan on (threads|messages)/);
  expect(pages).toBeLessThan(most);
});

test.each([
  ["a common word without a rare one", "freight -reefer"],
  ["a common phrase", '"lead test"'],
  ["everything but a rare word", "-zeppelin"],
  ["a common word of many days", "freight after:2020"],
  ["a common word of the unanswered", "freight is:unanswered"],
])("%s is read from the list until a page is full", async (_name, q) => {
  const { text, pages } = await planOf(() => listThreads(ctx(), { q }));
  expect(text).not.toContain("messages_search");
  expect(text).not.toMatch(/Seq Scan on (threads|messages)/);
  expect(pages).toBeLessThan(3000);
});

test.each(["manifest", '"freight manifest"', "freight manifes"])(
  "all threads with %s are found, past which the list is walked in its order",
  async (q) => {
    const { text } = await planOf(() => listThreads(ctx(), { view: "all", q }));
    expect(text).toContain("messages_search");
    expect(text).toContain("hashed SubPlan");
    expect(text).not.toMatch(/Seq Scan on (threads|messages)/);
    const found: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listThreads(ctx(), { view: "all", q, limit: 100, ...(cursor ? { cursor } : {}) });
      found.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual(Array.from({ length: THREADS / 50 }, (_, at) => 1_000_008 + 50 * at));
  },
);

test("the rows of a search are read by the numbers of their threads, by a plan for any numbers", async () => {
  asked.length = 0;
  await listThreads(ctx(), { q: "freight" });
  const { sql } = asked.find(readsRows)!;
  const { rows } = await test_.pool.query<{ "QUERY PLAN": string }>(`explain (generic_plan) ${sql}`);
  const text = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("threads_pkey");
  expect(text).not.toMatch(/Index Scan using threads_(all|newest)|Seq Scan on threads/);
});

test("rows that are asked for by their numbers are looked up by a plan for any numbers", async () => {
  asked.length = 0;
  await listThreads(ctx(), { view: "all", ids: "1000001,1000002" });
  const { rows } = await test_.pool.query<{ "QUERY PLAN": string }>(
    `explain (generic_plan) ${asked.find(readsRows)!.sql}`,
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("threads_pkey");
});

test("the statements for the rows of a search, and for rows by their numbers, keep their plans", async () => {
  const { db, pool } = openDatabase(test_.url, { max: 1 });
  const own = contextOf(world.manager, db);
  for (let time = 0; time < 4; time++) {
    await listThreads(own, { q: "freight" });
    await listThreads(own, { view: "all", ids: "1000001,1000002" });
  }
  const { rows } = await pool.query(
    "select name from pg_prepared_statements where statement like '%placed_at%' and statement like '% any(%'",
  );
  await pool.end();
  expect(rows).toHaveLength(2);
});

test("days long ago are found without reading all that came since", async () => {
  const { text, pages } = await planOf(() => listThreads(ctx(), { q: "before:2020" }));
  expect(text).not.toMatch(/Seq Scan on (threads|messages)/);
  expect(pages).toBeLessThan(500);
});

test("a common word in a small campaign looks at that campaign only", async () => {
  const input = { view: "all" as const, q: "freight", campaign: world.campaign.number };
  const { text, pages } = await planOf(() => listThreads(ctx(), input));
  expect(text).toContain("threads_campaign");
  expect(pages).toBeLessThan(1500);
});

test("counts are read from the ledger, not counted", async () => {
  await settleThreadCounts(test_.db);
  const { text, pages } = await planOf(() => countThreads(ctx()), 0);
  expect(text).not.toMatch(/on threads/);
  expect(pages).toBeLessThan(50);
});
