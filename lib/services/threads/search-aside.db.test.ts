import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { threads } from "@/lib/db/schema";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import type { ListView } from "@/lib/domain/list-view";
import { listThreads } from "./list-threads";

const test_ = testDatabase();
const NOW = new Date("2026-11-28T22:30:00Z");
let world: World;

beforeAll(async () => {
  world = await makeWorld(test_.db);
});

const found = async (q: string, view: ListView = "inbox") =>
  (await listThreads({ ...contextOf(world.member, test_.db), now: () => NOW }, { q, view })).rows.map(({ id }) => id);

const add = async (text: string, { kind = "lead", sentAt = NOW }: { kind?: "lead" | "bulk"; sentAt?: Date } = {}) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  const messages = [{ direction: "in" as const, text, sentAt }];
  const { thread } = await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, messages });
  await test_.db.update(threads).set({ kind, lastMessageAt: sentAt }).where(eq(threads.id, thread.id));
  return thread.id;
};

test("mail that was put aside is found by who asks for it, and by nobody else", async () => {
  const lead = await add("marmot prices");
  const newsletter = await add("marmot of the month", { kind: "bulk" });
  expect(await found("marmot")).toEqual([lead]);
  expect(await found("marmot", "all")).toEqual([lead]);
  expect(await found("marmot -is:bulk")).toEqual([lead]);
  expect(await found("is:bulk marmot")).toEqual([newsletter]);
  expect(await found("is:bulk marmot", "all")).toEqual([newsletter]);
  expect(await found("is:bulk")).toEqual([newsletter]);
  expect(await found("is:bulk marmot", "done")).toEqual([]);
});

test("an age is counted in days of the viewer's calendar", async () => {
  const at = async (sentAt: string) => add("dormouse", { sentAt: new Date(sentAt) });
  await test_.pool.query("update members set time_zone = 'Europe/Berlin' where id = $1", [world.member.id]);
  // There the day before yesterday began at 23:00 UTC of the day before it.
  const [young, old] = [await at("2026-11-25T23:00:00Z"), await at("2026-11-25T22:59:00Z")];
  const ancient = await at("2025-01-01T12:00:00Z");
  expect(await found("dormouse newer_than:2d")).toEqual([young]);
  expect(await found("dormouse older_than:2d")).toEqual([old, ancient]);
  expect(await found("dormouse older_than:3m")).toEqual([ancient]);
  expect(await found("dormouse newer_than:1y")).toEqual([young, old]);
  expect(await found("dormouse -newer_than:1y")).toEqual([ancient]);
  expect(await found("dormouse older_than:999y")).toEqual([]);
});
