import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { categories, smartleadActions, smartleadLeads, threads } from "@/lib/db/schema";
import { narrowed, toldOf } from "@/lib/realtime/heard-by";
import { CHANNEL, type Change } from "@/lib/realtime/notify";
import { saveAssignmentRule } from "@/lib/services/assignment/save-assignment-rule";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { getSmartleadTeam } from "./get-smartlead-team";
import { saveSmartleadMember } from "./save-smartlead-member";
import { settleAction } from "./settle-action";
import { storeRemoteLead } from "./store-remote-lead";

const test_ = useTestDatabase();
let world: SmartleadWorld;
let admin: ReturnType<typeof contextOf>;

beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
  const { workspaceId } = world;
  admin = contextOf(await makeMember(test_.db, { workspaceId, role: "admin", name: "Zoe" }), test_.db);
});

const threadId = () => world.thread.id;
const assign = (assigneeId: string | null) =>
  triageThreads(contextOf(world.member, test_.db), {
    threadIds: [threadId()],
    change: { kind: "assignee", assigneeId },
  });
const rows = () =>
  test_.db
    .select()
    .from(smartleadActions)
    .where(eq(smartleadActions.connectionId, world.connection.id))
    .orderBy(asc(smartleadActions.createdAt));
const owner = async () =>
  (await test_.db.select({ id: threads.assigneeId }).from(threads).where(eq(threads.id, threadId())))[0]!.id;
const told = (teamMemberId: string | null) => {
  const lead: RemoteLead = {
    leadMapId: world.remoteLead.leadMapId,
    leadId: world.remoteLead.remoteLeadId,
    email: world.lead.email,
    firstName: "",
    lastName: "",
    status: "INPROGRESS",
    categoryId: null,
    campaignId: "77",
    campaignName: "Spring",
    mailboxId: "501",
    lastReplyAt: new Date(),
    isUnread: null,
    teamMemberId,
    history: null,
    raw: { team_member_id: teamMemberId },
  };
  const connection = { id: world.connection.id, workspaceId: world.workspaceId };
  return storeRemoteLead({ db: test_.db, now: () => new Date() }, { connection, lead, history: [] });
};

test("while nobody has said who is who, owners stay here", async () => {
  await assign(world.member.id);
  expect(await rows()).toEqual([]);
});

test("an owner is carried over by the number that an admin has said, and so is nobody", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  const { changed } = await assign(world.member.id);
  expect(await rows()).toMatchObject([
    { kind: "team_member", state: "pending", payload: { email_lead_map_id: "9001", team_member_id: "12" } },
  ]);
  await undoTriage(contextOf(world.member, test_.db), {
    kind: "assignee",
    items: changed as { threadId: number; before: string | null; after: string | null }[],
  });
  expect(await rows()).toMatchObject([{ payload: { team_member_id: null } }]);
});

test("an owner without a number is refused in words that say what is missing", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  await assign(admin.actor.memberId);
  expect(await rows()).toMatchObject([{ state: "refused", reason: "no_such_member" }]);
});

test("a thread that is given to somebody there is theirs here, and nobody's again when it is taken from them", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  await told("12");
  expect(await owner()).toBe(world.member.id);
  await told(null);
  expect(await owner()).toBeNull();
  await told("99");
  expect(await owner()).toBeNull();
});

test("whose thread is given to another there is told that their lists have changed, though they see it no more", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  await saveSmartleadMember(admin, { memberId: admin.actor.memberId, remoteId: "13" });
  await told("12");
  const client = await test_.pool.connect();
  const heard: Change[] = [];
  client.on("notification", ({ payload }) => heard.push(JSON.parse(payload!) as Change));
  await client.query(`listen ${CHANNEL}`);

  await told("13");
  await client.query("select 1");

  const seesNone = async () => [];
  const rest = await Promise.all(heard.map((change) => narrowed(seesNone, toldOf(change))));
  expect(rest).toContainEqual({ kind: "threads" });
  client.release(true);
});

test("what was decided here stands while it is on its way, and while nothing changes there", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  await saveSmartleadMember(admin, { memberId: admin.actor.memberId, remoteId: "13" });
  await told("12");
  await assign(admin.actor.memberId);
  await told("14");
  expect(await owner()).toBe(admin.actor.memberId);
  await test_.db.delete(smartleadActions);
  await told("14");
  expect(await owner()).toBe(admin.actor.memberId);
  await told(null);
  expect(await owner()).toBe(admin.actor.memberId);
});

test("an owner that Smartlead refuses is not theirs here: the thread is whose it is there", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  await saveSmartleadMember(admin, { memberId: admin.actor.memberId, remoteId: "13" });
  const refuse = async () =>
    settleAction(test_.db, () => new Date(), (await rows()).at(-1)!, {
      state: "refused",
      reason: "refused",
      detail: "no seat",
    });
  await told("12");
  await assign(admin.actor.memberId);
  await refuse();
  expect(await owner()).toBe(world.member.id);

  await told(null);
  await assign(admin.actor.memberId);
  await refuse();
  expect(await owner()).toBeNull();
});

test("no rule takes a thread from whose it is at Smartlead, and what a rule gives is carried over", async () => {
  await saveSmartleadMember(admin, { memberId: world.member.id, remoteId: "12" });
  const [category] = await test_.db
    .insert(categories)
    .values({
      workspaceId: world.workspaceId,
      name: "Interested",
      kind: "interested",
      sentiment: "positive",
      position: 0,
    })
    .returning();
  await saveAssignmentRule(admin, {
    ruleId: null,
    name: "By turns",
    conditions: { campaignIds: [], mailboxIds: [], categoryIds: [category!.id], languages: [] },
    memberIds: [world.member.id],
  });
  const categorise = (categoryId: string | null) =>
    triageThreads(admin, { threadIds: [threadId()], change: { kind: "category", categoryId } });
  await told("99");
  await categorise(category!.id);
  expect(await owner()).toBeNull();

  await told(null);
  await categorise(null);
  await categorise(category!.id);
  expect(await owner()).toBe(world.member.id);
  expect((await rows()).find(({ kind }) => kind === "team_member")).toMatchObject({
    payload: { team_member_id: "12" },
  });
});

test("only admins say who is who, of their own team, and no number is two people's", async () => {
  const input = { memberId: world.member.id, remoteId: "12" };
  await expect(saveSmartleadMember(contextOf(world.member, test_.db), input)).rejects.toThrow("forbidden");
  const elsewhere = await makeMember(test_.db, { workspaceId: (await makeWorkspace(test_.db)).id, role: "admin" });
  await expect(saveSmartleadMember(contextOf(elsewhere, test_.db), input)).rejects.toThrow("not_found");
  await saveSmartleadMember(admin, input);
  await expect(saveSmartleadMember(admin, { ...input, memberId: admin.actor.memberId })).rejects.toMatchObject({
    fields: [{ path: "remoteId", reason: "smartlead_member_taken" }],
  });
  await saveSmartleadMember(admin, { ...input, remoteId: null });
  await saveSmartleadMember(admin, { ...input, memberId: admin.actor.memberId });
  await test_.db.update(smartleadLeads).set({ row: { team_member_id: 12 } });

  const team = await getSmartleadTeam(admin);

  expect(team.seen).toEqual([{ remoteId: "12", leads: 1 }]);
  expect(team.members.find(({ id }) => id === admin.actor.memberId)).toMatchObject({ name: "Zoe", remoteId: "12" });
});
