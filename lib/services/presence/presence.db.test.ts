import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accessGrants, members, presences } from "@/lib/db/schema";
import { MOST_WINDOWS, type Presence } from "@/lib/domain/presence";
import type { Scope } from "@/lib/domain/permissions";
import { contextOf, makeMember, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { hearChanges } from "@/lib/testing/hear-changes";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listPresences } from "./list-presences";
import { sweepPresences } from "./sweep-presences";
import { tellPresence } from "./tell-presence";

const database = testDatabase();
const WINDOW = "5f0c1f3e-0000-4000-8000-000000000001";
const OTHER_WINDOW = "5f0c1f3e-0000-4000-8000-000000000002";
let world: World;
let at: Date;

beforeEach(async () => {
  world = await makeWorld(database.db);
  at = new Date("2026-11-26T09:00:00Z");
});

const asOf = (member: MemberRow, scope: Scope = null) => contextOf(member, database.db, () => at, { scope });
const pass = (seconds: number) => void (at = new Date(at.getTime() + seconds * 1000));
const tell = (member: MemberRow, state: Presence | null, { windowId = WINDOW, threadId = world.thread.id } = {}) =>
  tellPresence(asOf(member), { windowId, threadId, state });
const seenBy = async (member: MemberRow, scope: Scope = null) =>
  (await listPresences(asOf(member, scope))).map(({ threadId, members: list }) => [
    threadId,
    ...list.map(({ name, state }) => `${name} ${state}`),
  ]);

async function anotherThread() {
  const { workspaceId, mailbox, campaign, lead } = world;
  return (await makeThread(database.db, { workspaceId, mailbox, campaign, lead })).thread;
}

test("teammates see who has a thread open and who writes in it, nobody sees themselves, and leaving ends it at once", async () => {
  const { member, manager, thread } = world;
  await tell(member, "viewing");
  expect(await seenBy(manager)).toEqual([[thread.id, "Sam Reed viewing"]]);
  expect(await seenBy(member)).toEqual([]);

  await tell(member, "writing");
  expect(await seenBy(manager)).toEqual([[thread.id, "Sam Reed writing"]]);

  await tell(member, null);
  expect(await seenBy(manager)).toEqual([]);
});

test("of several windows that counts which does the most, and one that closes leaves the others", async () => {
  const { member, manager, thread } = world;
  await tell(member, "writing");
  await tell(member, "viewing", { windowId: OTHER_WINDOW });
  expect(await seenBy(manager)).toEqual([[thread.id, "Sam Reed writing"]]);

  await tell(member, null);
  expect(await seenBy(manager)).toEqual([[thread.id, "Sam Reed viewing"]]);
});

test("a window is in one thread at a time, and a late word of leaving the former one does not take it out of the next", async () => {
  const { member, manager, thread } = world;
  const next = await anotherThread();
  await tell(member, "viewing");
  await tell(member, "viewing", { threadId: next.id });
  await tell(member, null, { threadId: thread.id });

  expect(await seenBy(manager)).toEqual([[next.id, "Sam Reed viewing"]]);
});

test("a window that was not heard of for a minute counts no more, and is forgotten by the sweep", async () => {
  await tell(world.member, "viewing");
  pass(59);
  expect(await seenBy(world.manager)).toHaveLength(1);
  pass(1);
  expect(await seenBy(world.manager)).toEqual([]);

  await sweepPresences(database.db, () => at);
  expect(await database.db.select().from(presences).where(eq(presences.memberId, world.member.id))).toEqual([]);
});

test("of more windows than anybody has the oldest are forgotten, and where they were is read anew", async () => {
  const { member, manager, thread } = world;
  const next = await anotherThread();
  const open = (count: number) => ({ windowId: `5f0c1f3e-0000-4000-8000-${String(count).padStart(12, "0")}` });
  await tell(member, "viewing", open(1));
  const heard = await hearChanges(database.pool, world.workspaceId, async () => {
    for (let count = 2; count <= MOST_WINDOWS + 1; count++) {
      pass(1);
      await tell(member, "writing", { ...open(count), threadId: next.id });
    }
  });

  expect(await database.db.$count(presences, eq(presences.memberId, member.id))).toBe(MOST_WINDOWS);
  expect(await seenBy(manager)).toEqual([[next.id, "Sam Reed writing"]]);
  expect(heard.filter(({ threadId }) => threadId === thread.id)).toHaveLength(1);
});

test("others are told of a change, not of a window that says it is still there", async () => {
  const { member, thread } = world;
  const next = await anotherThread();
  const heard = await hearChanges(database.pool, world.workspaceId, async () => {
    await tell(member, "viewing");
    pass(25);
    await tell(member, "viewing");
    await tell(member, "writing");
    await tell(member, "viewing", { threadId: next.id });
    await tell(member, null, { threadId: thread.id });
    pass(60);
    await sweepPresences(database.db, () => at);
  });

  const told = heard.filter(({ kind }) => kind === "presence").map(({ threadId }) => threadId);
  expect(told).toEqual([thread.id, thread.id, thread.id, next.id, next.id]);
});

test("nobody is present in, or hears of, a thread outside their scope; of another workspace nothing is known", async () => {
  const { member, manager, thread } = world;
  const blind: Scope = { mailboxIds: [], campaignIds: [] };
  const foreign = await makeWorld(database.db);
  const words = { windowId: WINDOW, threadId: thread.id, state: "viewing" as const };
  await expect(tellPresence(asOf(member, blind), words)).rejects.toMatchObject({ code: "not_found" });
  await expect(tellPresence(asOf(foreign.member), words)).rejects.toMatchObject({ code: "not_found" });

  await tell(member, "viewing");
  expect(await seenBy(manager, blind)).toEqual([]);
  expect(await seenBy(manager, { ...blind, campaignIds: [thread.campaignId!] })).toHaveLength(1);
  expect(await seenBy(foreign.member)).toEqual([]);
});

test("a read-only client tells nothing and is told nothing; who was deactivated is not there any more", async () => {
  const client = await makeMember(database.db, { workspaceId: world.workspaceId, role: "client" });
  await database.db
    .insert(accessGrants)
    .values({ workspaceId: world.workspaceId, memberId: client.id, campaignId: world.campaign.id });
  await expect(tell(client, "viewing")).rejects.toMatchObject({ code: "forbidden" });
  await expect(listPresences(asOf(client))).rejects.toMatchObject({ code: "forbidden" });

  await tell(world.member, "viewing");
  await database.db.update(members).set({ deactivatedAt: at }).where(eq(members.id, world.member.id));
  expect(await seenBy(world.manager)).toEqual([]);
});
