import { beforeEach, expect, test } from "vitest";
import { followThread } from "@/lib/services/followers/follow-thread";
import { listColleagues } from "@/lib/services/followers/list-colleagues";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { mergeThreads } from "@/lib/services/messages/merge-threads";
import { contextOf, makeMember, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { countNotifications } from "./count-notifications";
import { listNotifications } from "./list-notifications";
import { markNotificationsRead } from "./mark-notifications-read";
import { tellMembers, type Told } from "./tell-members";

const database = testDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const NOTHING = { mailboxIds: [], campaignIds: [] };
const as = (member: MemberRow, options?: Parameters<typeof contextOf>[3]) =>
  contextOf(member, database.db, () => new Date(), options);
const here = () => ({ threadId: world.thread.id });
const tell = (told: Omit<Told, "memberId">[], at = new Date(), memberId = world.member.id) =>
  tellMembers(
    database.db,
    { workspaceId: world.workspaceId, byId: world.manager.id, at },
    told.map((each) => ({ memberId, ...each })),
  );
const list = (input: Parameters<typeof listNotifications>[1] = {}, member = world.member) =>
  listNotifications(as(member), input);
const answer = (headers: string[] = []) =>
  ingestMessage(
    { db: database.db, now: () => new Date() },
    {
      workspaceId: world.workspaceId,
      mailboxId: world.mailbox.id,
      source: "inbox",
      raw: rawMail({
        from: world.lead.email,
        to: world.mailbox.address,
        inReplyTo: world.messages[0]!.messageId,
        headers,
      }),
    },
  );

test("the list is the member's own, newest first, page by page without a gap, and reading counts down", async () => {
  for (let minute = 0; minute < 45; minute += 1)
    await tell([{ kind: "assigned", ...here() }], new Date(Date.UTC(2026, 10, 20, 9, minute % 3)));
  await tell([{ kind: "coached" }], new Date(), world.admin.id);

  const first = await list();
  const second = await list({ before: first.next! });
  const all = [...first.notifications, ...second.notifications];
  expect(new Set(all.map(({ id }) => id)).size).toBe(45);
  expect(all.map(({ createdAt }) => createdAt)).toEqual(
    all
      .map(({ createdAt }) => createdAt)
      .toSorted()
      .toReversed(),
  );
  expect(second.next).toBeNull();
  expect(all[0]).toMatchObject({ by: { name: "Mia Lund" }, thread: { name: "Ana Berg" }, isRead: false });

  expect(await markNotificationsRead(as(world.member), { ids: [all[0]!.id] })).toEqual({ count: 1 });
  expect(await countNotifications(as(world.member))).toEqual({ unread: 44 });
  expect((await list({ unread: "1" })).notifications[0]!.id).toBe(all[1]!.id);
  await markNotificationsRead(as(world.member), {});
  expect(await countNotifications(as(world.member))).toEqual({ unread: 0 });
  expect(await countNotifications(as(world.admin))).toEqual({ unread: 1 });
});

test("nobody reads or marks what was told to another", async () => {
  await tell([{ kind: "assigned", ...here() }]);
  const { notifications } = await list();

  const ids = notifications.map(({ id }) => id);
  expect(await markNotificationsRead(as(world.admin), { ids })).toEqual({ count: 0 });
  expect((await list({}, world.admin)).notifications).toEqual([]);
  expect(await countNotifications(as(world.member))).toEqual({ unread: 1 });
});

test("what is about a thread that is out of sight now is neither listed nor counted", async () => {
  await tell([{ kind: "assigned", ...here() }, { kind: "coached" }]);
  const narrowed = as(world.member, { scope: NOTHING });

  const { notifications } = await listNotifications(narrowed, {});

  expect(notifications.map(({ kind }) => kind)).toEqual(["coached"]);
  expect(await countNotifications(narrowed)).toEqual({ unread: 1 });
});

test("who follows a thread is told of an answer, once, and of an automatic one not at all", async () => {
  await followThread(as(world.member), { ...here(), on: true });
  expect(await followThread(as(world.member), { ...here(), on: true })).toEqual({ isChanged: false });
  await answer(["Auto-Submitted: auto-replied"]);
  expect((await list()).notifications).toEqual([]);

  await answer();

  expect((await list()).notifications).toMatchObject([{ kind: "followed_answered", by: null }]);
  expect((await list({}, world.manager)).notifications).toEqual([]);
  await followThread(as(world.member), { ...here(), on: false });
  await answer();
  expect((await list()).notifications).toHaveLength(1);
});

test("who has become a client reads nothing of what they were told as one of the team", async () => {
  await tell([{ kind: "mentioned", threadId: world.thread.id }]);
  const role = "client" as const;
  const client = as({ ...world.member, role });
  expect((await listNotifications(client, {})).notifications).toEqual([]);
  expect(await countNotifications(client)).toEqual({ unread: 0 });
  expect((await list()).notifications).toHaveLength(1);
});

test("colleagues are the active members who see the thread, and no clients", async () => {
  const { workspaceId } = world;
  await makeMember(database.db, { workspaceId, role: "client", name: "Carl Client" });
  await makeMember(database.db, { workspaceId, seesAll: false, name: "Ned Marsh" });
  await makeMember(database.db, { workspaceId, deactivatedAt: new Date(), name: "Gone Long" });
  await followThread(as(world.manager), { ...here(), on: true });

  const { people, followers } = await listColleagues(as(world.member), here());

  expect(people.map(({ name }) => name)).toEqual(["Ada Voss", "Mia Lund", "Sam Reed"]);
  expect(followers.map(({ name }) => name)).toEqual(["Mia Lund"]);
});

test("clients, other workspaces and who does not see the thread cannot follow it", async () => {
  const client = await makeMember(database.db, { workspaceId: world.workspaceId, role: "client" });
  const other = await makeWorld(database.db);
  const input = { ...here(), on: true };

  await expect(followThread(as(client), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listColleagues(as(client), here())).rejects.toMatchObject({ code: "forbidden" });
  for (const by of [as(other.admin), as(world.member, { scope: NOTHING })]) {
    await expect(followThread(by, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(listColleagues(by, here())).rejects.toMatchObject({ code: "not_found" });
  }
});

test("threads that come together keep who follows them, and what was told of them", async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  const { thread } = await makeThread(database.db, { workspaceId, mailbox, campaign, lead });
  await followThread(as(world.member), { ...here(), on: true });
  for (const member of [world.member, world.manager]) await followThread(as(member), { threadId: thread.id, on: true });
  await tell([{ kind: "assigned", threadId: thread.id }]);

  await database.db.transaction((tx) =>
    mergeThreads(tx, { workspaceId, survivor: world.thread.id, others: [thread.id], contact: null }),
  );

  const { followers } = await listColleagues(as(world.member), here());
  expect(followers.map(({ name }) => name)).toEqual(["Mia Lund", "Sam Reed"]);
  expect((await list()).notifications).toMatchObject([{ thread: { id: world.thread.id } }]);
});
