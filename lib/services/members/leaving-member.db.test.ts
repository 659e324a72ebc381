import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { members, tasks, threads } from "@/lib/db/schema";
import { CHANNEL } from "@/lib/realtime/notify";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { findApiActor } from "@/lib/services/api-keys/find-api-actor";
import { saveAssignmentRule } from "@/lib/services/assignment/save-assignment-rule";
import { contextOf, makeMember, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase } from "@/lib/testing/test-db";
import { changeRole } from "./change-role";
import { deactivateMember } from "./deactivate-member";
import { getMemberLeaving } from "./get-member-leaving";

const test_ = useTestDatabase();
let world: World;
const admin = () => contextOf(world.admin, test_.db);
const isHis = () => eq(threads.assigneeId, world.member.id);

beforeEach(async () => {
  world = await makeWorld(test_.db);
  const { workspaceId, mailbox, lead, campaign, member, thread } = world;
  await test_.db.update(threads).set({ assigneeId: member.id }).where(eq(threads.id, thread.id));
  const archived = { archivedAt: new Date(), assigneeId: member.id };
  await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, ...archived });
  const task = { workspaceId, threadId: thread.id, title: "Call", assigneeId: member.id, createdById: member.id };
  await test_.db.insert(tasks).values([task, { ...task, doneAt: new Date() }]);
  await makeReply(test_.db, world, { status: "scheduled", authorId: member.id });
  await makeReply(test_.db, world, { status: "sent", authorId: member.id });
});

test("an admin sees what somebody would leave behind, and who could take the threads", async () => {
  const { others, ...left } = await getMemberLeaving(admin(), { memberId: world.member.id });
  expect(left).toEqual({ threads: 1, reminders: 0, drafts: 0, replies: 1, tasks: 1, hasRules: false });
  expect(others.map(({ id }) => id).toSorted()).toEqual([world.manager.id, world.admin.id].toSorted());
  const manager = contextOf(world.manager, test_.db);
  await expect(getMemberLeaving(manager, { memberId: world.member.id })).rejects.toMatchObject({ code: "forbidden" });
  const elsewhere = contextOf((await makeWorld(test_.db)).admin, test_.db);
  await expect(getMemberLeaving(elsewhere, { memberId: world.member.id })).rejects.toMatchObject({ code: "not_found" });
});

test("open threads go to whom they are given, what is done stays, and the API keys stop", async () => {
  const { secret } = await createApiKey(contextOf(world.member, test_.db), { name: "crm", scopes: ["reply.read"] });
  expect(await findApiActor(test_.db, secret)).toMatchObject({ scopes: ["reply.read"] });
  const done = await deactivateMember(admin(), { memberId: world.member.id, threadsTo: world.manager.id });
  expect(done.handedOver).toBe(1);
  const [thread] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(thread!.assigneeId).toBe(world.manager.id);
  expect(await test_.db.$count(threads, isHis())).toBe(1);
  expect(await findApiActor(test_.db, secret)).toBeNull();
});

test("open threads become unassigned unless it is said that they stay", async () => {
  const other = await makeMember(test_.db, { workspaceId: world.workspaceId });
  const { workspaceId, mailbox, lead, campaign } = world;
  await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, assigneeId: other.id });
  const leave = (memberId: string, threadsTo?: string) => deactivateMember(admin(), { memberId, threadsTo });
  expect(await leave(other.id, "stay")).toMatchObject({ handedOver: 0 });
  expect(await test_.db.$count(threads, eq(threads.assigneeId, other.id))).toBe(1);

  expect(await leave(world.member.id)).toMatchObject({ handedOver: 1 });
  const [thread] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(thread!.assigneeId).toBeNull();
});

test("the rules give what waits for an answer to somebody else, and the rest becomes unassigned", async () => {
  const { workspaceId, mailbox, lead, campaign, member, manager } = world;
  await test_.db.update(threads).set({ isAwaitingAnswer: true }).where(eq(threads.id, world.thread.id));
  const { thread: idle } = await makeThread(test_.db, {
    workspaceId,
    mailbox,
    lead,
    campaign,
    assigneeId: member.id,
    messages: [{ direction: "out" }],
  });
  const conditions = { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [] };
  const memberIds = [member.id, manager.id];
  await saveAssignmentRule(admin(), { ruleId: null, name: "In turn", conditions, memberIds });
  expect(await getMemberLeaving(admin(), { memberId: member.id })).toMatchObject({ hasRules: true });

  await deactivateMember(admin(), { memberId: member.id, threadsTo: "rules" });
  const rows = await test_.db.select().from(threads).where(eq(threads.workspaceId, workspaceId));
  const ownerOf = (id: number) => rows.find((row) => row.id === id)!.assigneeId;
  expect([ownerOf(world.thread.id), ownerOf(idle.id)]).toEqual([manager.id, null]);
});

test("threads that cannot be given leave everything as it was", async () => {
  const elsewhere = await makeWorld(test_.db);
  const wrong = deactivateMember(admin(), { memberId: world.member.id, threadsTo: elsewhere.member.id });
  await expect(wrong).rejects.toMatchObject({ code: "not_found", reason: "member" });
  const [row] = await test_.db.select().from(members).where(eq(members.id, world.member.id));
  expect(row!.deactivatedAt).toBeNull();
  expect(await test_.db.$count(threads, isHis())).toBe(2);
});

test("streams hear at once whose access has changed", async () => {
  const client = await test_.pool.connect();
  const heard: unknown[] = [];
  client.on("notification", ({ payload }) => heard.push(JSON.parse(payload!)));
  await client.query(`listen ${CHANNEL}`);
  const access = { workspaceId: world.workspaceId, kind: "access", memberId: world.member.id };

  await changeRole(admin(), { memberId: world.member.id, role: "manager" });
  await client.query("select 1");
  expect(heard).toContainEqual(access);
  heard.length = 0;
  await deactivateMember(admin(), { memberId: world.member.id });
  await client.query("select 1");
  expect(heard).toContainEqual(access);
  client.release(true);
});
