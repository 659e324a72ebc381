import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { assignmentTurns } from "@/lib/db/schema";
import {
  contextOf,
  makeCampaign,
  makeMailbox,
  makeMember,
  makeWorld,
  type MemberRow,
  type World,
} from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addAbsence } from "../absences/add-absence";
import { listAssignmentRules } from "./list-assignment-rules";
import { moveAssignmentRule } from "./move-assignment-rule";
import { pauseAssignmentRule } from "./pause-assignment-rule";
import { removeAssignmentRule } from "./remove-assignment-rule";
import { saveAssignmentRule } from "./save-assignment-rule";
import type { SaveAssignmentRuleInput } from "./schemas";

const test_ = testDatabase();
let world: World;
let maya: MemberRow;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  maya = await makeMember(test_.db, { workspaceId: world.workspaceId, name: "Maya Ortiz" });
});

const ctx = (member: MemberRow = world.manager) => contextOf(member, test_.db);
const save = (input: Partial<SaveAssignmentRuleInput> = {}, member?: MemberRow) =>
  saveAssignmentRule(ctx(member), {
    ruleId: null,
    name: "Nordic",
    conditions: { campaignIds: [world.campaign.id], mailboxIds: [], categoryIds: [], languages: ["de"] },
    memberIds: [world.member.id, maya.id],
    ...input,
  });
const names = async () => (await listAssignmentRules(ctx())).rules.map(({ name }) => name);

test("a rule is listed with whose turn it is and who is away", async () => {
  const { ruleId } = await save();
  const today = new Date().toISOString().slice(0, 10);
  await addAbsence(ctx(world.member), { firstDay: today, lastDay: today, note: "" });
  const { rules, choices } = await listAssignmentRules(ctx());
  expect(rules).toEqual([
    {
      id: ruleId,
      name: "Nordic",
      isPaused: false,
      mayChange: true,
      conditions: { campaignIds: [world.campaign.id], mailboxIds: [], categoryIds: [], languages: ["de"] },
      people: [
        { id: world.member.id, name: "Sam Reed", isNext: false, awayUntil: today, isGone: false },
        { id: maya.id, name: "Maya Ortiz", isNext: true, awayUntil: null, isGone: false },
      ],
    },
  ]);
  expect(choices.campaigns).toEqual([{ id: world.campaign.id, name: "Spring" }]);
  expect(choices.people.map(({ name }) => name)).toEqual(["Ada Voss", "Maya Ortiz", "Mia Lund", "Sam Reed"]);
});

test("who stays in a rule that is changed keeps their turn", async () => {
  const { ruleId } = await save();
  await test_.db.update(assignmentTurns).set({ lastTurn: 7 }).where(eq(assignmentTurns.memberId, maya.id));
  await save({ ruleId, name: "North", memberIds: [maya.id, world.manager.id] });
  const turns = await test_.db.select().from(assignmentTurns).where(eq(assignmentTurns.ruleId, ruleId));
  expect(turns.toSorted((a, b) => a.position - b.position)).toEqual([
    { ruleId, memberId: maya.id, position: 0, lastTurn: 7 },
    { ruleId, memberId: world.manager.id, position: 1, lastTurn: 0 },
  ]);
  expect(await names()).toEqual(["North"]);
});

test("rules are moved, rest, work again and go", async () => {
  const first = await save({ name: "First" });
  const second = await save({ name: "Second" });
  await save({ name: "Third" });
  await moveAssignmentRule(ctx(), { ruleId: second.ruleId, to: "up" });
  await moveAssignmentRule(ctx(), { ruleId: second.ruleId, to: "up" });
  expect(await names()).toEqual(["Second", "First", "Third"]);
  await pauseAssignmentRule(ctx(), { ruleId: first.ruleId, isPaused: true });
  expect((await listAssignmentRules(ctx())).rules.map(({ isPaused }) => isPaused)).toEqual([false, true, false]);
  await pauseAssignmentRule(ctx(), { ruleId: first.ruleId, isPaused: false });
  await removeAssignmentRule(ctx(), { ruleId: first.ruleId });
  expect(await names()).toEqual(["Second", "Third"]);
  await expect(removeAssignmentRule(ctx(), { ruleId: first.ruleId })).rejects.toMatchObject({ code: "not_found" });
});

test("only who leads makes rules, only of what is the workspace's own and of people who answer", async () => {
  const foreign = await makeWorld(test_.db);
  const client = await makeMember(test_.db, { workspaceId: world.workspaceId, role: "client" });
  await expect(save({}, world.member)).rejects.toMatchObject({ code: "forbidden" });
  await expect(save({ memberIds: [foreign.member.id] })).rejects.toMatchObject({ reason: "member" });
  await expect(save({ memberIds: [client.id] })).rejects.toMatchObject({ reason: "member" });
  for (const [kind, id, reason] of [
    ["campaignIds", foreign.campaign.id, "campaign"],
    ["mailboxIds", foreign.mailbox.id, "mailbox"],
  ] as const)
    await expect(
      save({ conditions: { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [], [kind]: [id] } }),
    ).rejects.toMatchObject({ code: "not_found", reason });
  const { ruleId } = await save();
  await expect(pauseAssignmentRule(ctx(foreign.manager), { ruleId, isPaused: true })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(moveAssignmentRule(ctx(foreign.manager), { ruleId, to: "up" })).rejects.toMatchObject({
    code: "not_found",
  });
});

describe("who is narrowed", () => {
  const places: SaveAssignmentRuleInput["conditions"] = {
    campaignIds: [],
    mailboxIds: [],
    categoryIds: [],
    languages: [],
  };
  const narrow = () => ({
    ...ctx(),
    actor: { ...ctx().actor, scope: { mailboxIds: [], campaignIds: [world.campaign.id] } },
  });
  const reasonOf = (outcome: Promise<unknown>) =>
    outcome.then(
      () => "done",
      ({ code, reason }: AppError) => `${code} ${reason}`,
    );

  test("finds no rule that names what they do not see, and changes nothing of it", async () => {
    const hidden = await makeCampaign(test_.db, { workspaceId: world.workspaceId });
    const mailbox = await makeMailbox(test_.db, { workspaceId: world.workspaceId, address: "eva@other.test" });
    const ofCampaign = await save({ conditions: { ...places, campaignIds: [world.campaign.id, hidden.id] } });
    const ofMailbox = await save({ conditions: { ...places, mailboxIds: [mailbox.id] } });
    await save({ name: "Theirs" });
    expect((await listAssignmentRules(narrow())).rules.map(({ name }) => name)).toEqual(["Theirs"]);
    for (const ruleId of [ofCampaign.ruleId, ofMailbox.ruleId, newId()])
      for (const verb of [
        () => pauseAssignmentRule(narrow(), { ruleId, isPaused: true }),
        () => moveAssignmentRule(narrow(), { ruleId, to: "down" }),
        () => removeAssignmentRule(narrow(), { ruleId }),
        () => saveAssignmentRule(narrow(), { ruleId, name: "Mine", conditions: places, memberIds: [maya.id] }),
      ])
        expect(await reasonOf(verb())).toBe("not_found assignment_rule");
    expect((await listAssignmentRules(ctx())).rules).toMatchObject([
      { id: ofCampaign.ruleId, name: "Nordic", isPaused: false },
      { id: ofMailbox.ruleId, name: "Nordic", isPaused: false },
      { name: "Theirs" },
    ]);
  });

  test("moves what they see past what they do not, which stays in its order", async () => {
    const hidden = await makeCampaign(test_.db, { workspaceId: world.workspaceId });
    const conditions = { ...places, campaignIds: [hidden.id] };
    await save({ name: "First" });
    await save({ name: "Hidden", conditions });
    await save({ name: "Hidden too", conditions });
    const { ruleId } = await save({ name: "Last" });
    await moveAssignmentRule(narrow(), { ruleId, to: "up" });
    expect(await names()).toEqual(["Last", "First", "Hidden", "Hidden too"]);
    await moveAssignmentRule(narrow(), { ruleId, to: "up" });
    await moveAssignmentRule(narrow(), { ruleId, to: "down" });
    expect(await names()).toEqual(["First", "Last", "Hidden", "Hidden too"]);
  });

  test("names what they see in rules, new ones and those that are there", async () => {
    const hidden = await makeCampaign(test_.db, { workspaceId: world.workspaceId });
    const mailbox = await makeMailbox(test_.db, { workspaceId: world.workspaceId, address: "eva@other.test" });
    const { ruleId } = await save();
    const { choices } = await listAssignmentRules(narrow());
    expect([choices.campaigns, choices.mailboxes].map((each) => each.map(({ id }) => id))).toEqual([
      [world.campaign.id],
      [world.mailbox.id],
    ]);
    for (const id of [ruleId, null]) {
      const naming = (some: Partial<typeof places>) =>
        reasonOf(
          saveAssignmentRule(narrow(), {
            ruleId: id,
            name: "Nordic",
            conditions: { ...places, ...some },
            memberIds: [maya.id],
          }),
        );
      expect(await naming({ campaignIds: [world.campaign.id] })).toBe("done");
      expect(await naming({ campaignIds: [hidden.id] })).toBe("not_found campaign");
      expect(await naming({ campaignIds: [newId()] })).toBe("not_found campaign");
      expect(await naming({ mailboxIds: [mailbox.id] })).toBe("not_found mailbox");
    }
  });

  test("reads a rule for everybody and does not change it; their own they change", async () => {
    const { ruleId } = await save({ conditions: places });
    const people = { name: "Ours", memberIds: [world.manager.id] };
    const ours = { ...people, conditions: { ...places, campaignIds: [world.campaign.id] } };

    for (const verb of [
      () => saveAssignmentRule(narrow(), { ruleId: null, ...people, conditions: places }),
      () => saveAssignmentRule(narrow(), { ruleId, ...ours }),
      () => moveAssignmentRule(narrow(), { ruleId, to: "up" }),
      () => pauseAssignmentRule(narrow(), { ruleId, isPaused: true }),
      () => removeAssignmentRule(narrow(), { ruleId }),
    ])
      expect(await reasonOf(verb())).toBe("forbidden general_rule");
    const own = await saveAssignmentRule(narrow(), { ruleId: null, ...ours });
    expect((await listAssignmentRules(narrow())).rules.map(({ id, mayChange }) => [id, mayChange])).toEqual([
      [ruleId, false],
      [own.ruleId, true],
    ]);
    await pauseAssignmentRule(narrow(), { ruleId: own.ruleId, isPaused: true });
    expect((await listAssignmentRules(ctx())).rules.map(({ isPaused }) => isPaused)).toEqual([false, true]);
  });
});
