import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { wordsIn } from "@/lib/domain/search-words";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreads } from "./list-threads";

const test_ = testDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(test_.db);
});

const ids = async (q: string) => (await listThreads(contextOf(world.member, test_.db), { q })).rows.map(({ id }) => id);
const add = async (text: string, more: object) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  const messages = [{ direction: "in" as const, text, ...more }];
  return (await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, messages })).thread.id;
};
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("the index parts words where the app does, whatever stands between them", async () => {
  const signs = [...range(0x20, 0xd7ff), ...range(0xe000, 0xffff), ...range(0x1f300, 0x1faff)]
    .map((code) => String.fromCodePoint(code))
    // What the database's Unicode does not know yet may be either.
    .filter((sign) => !/\p{Cn}/u.test(sign));
  const { rows } = await test_.db.execute<{ sign: string }>(sql`
    select sign from unnest(${sql.param(signs)}::text[]) as sign
    where tsvector_to_array(public.words_of('ka' || sign || 'lo')) @> array['ka', 'lo']`);
  const parted = new Set(rows.map(({ sign }) => sign));
  const isParted = (sign: string) => wordsIn(`ka${sign}lo`).length === 2;
  expect(signs.filter((sign) => isParted(sign) !== parted.has(sign))).toEqual([]);
});

test("words stand at the same places whatever gaps part them", async () => {
  const text =
    "ka, lo -5\tmu\r\nta\n\n--\u00a0zi! a@b.test http://c.test/d?e=1 <b>x</b> 1.5 - 3,000 up-to-date &amp; ¿no?";
  const plain = text.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ");
  const { rows } = await test_.db.execute<{ same: boolean }>(
    sql`select public.words_of(${text}) = to_tsvector('public.words', ${plain}) as same`,
  );
  expect(rows[0]!.same).toBe(true);
});

test("hundreds of recipients with long names keep no message out of the index", async () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    name: `${"recipient ".repeat(40)}${at} ${Array.from({ length: 60 }, (__, nth) => `w${at}x${nth}`).join(" ")}`,
    address: `r${at}@many.test`,
  }));
  const id = await add("galago", { to: many, cc: many });
  expect(await ids("galago")).toEqual([id]);
  expect(await ids("to:w0x0")).toEqual([id]);
});

test("a word too long for the index does no harm", async () => {
  const id = await add("bongo", { subject: "q".repeat(2045) });
  expect(await ids("bongo")).toEqual([id]);
  expect(await ids("subject:subje")).toEqual([]);
});

test.each([
  "'",
  "\\",
  "&|!",
  ":*",
  "'':*",
  "a\\'b",
  "(a",
  "<->",
  "from:'",
  "subject:\\",
  "%",
  "_",
  "\u0000",
  "a:b:c*",
  "🙏",
  "from:🙏",
  "-(",
  '"""',
  "to_tsquery('x')",
  "x'; drop table messages; --",
  "is:' or 1=1",
  "campaign:'",
  "before:0000-00-00",
  "on:9999-99-99",
  "ᩕ",
  "\ud800",
])("hostile text is no failure: %s", async (q) => {
  await expect(ids(q)).resolves.toBeDefined();
});
