import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { AddApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { makeCampaign, makeMailbox, makeWorkspace } from "@/lib/testing/factories";
import { makeReviewWorld } from "@/lib/testing/review-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listApprovalRules } from "./list-approval-rules";
import { pauseApprovalRule } from "./pause-approval-rule";
import { removeApprovalRule } from "./remove-approval-rule";
import { addApprovalRule, updateApprovalRule } from "./write-approval-rule";

const database = testDatabase();
let world: Awaited<ReturnType<typeof makeReviewWorld>>;
beforeEach(async () => {
  world = await makeReviewWorld(database.db);
});
const refusal = (error: AppError) => error.reason ?? error.code;
const NOTHING = {
  newForDays: null,
  campaignIds: [],
  firstReplyCategoryIds: [],
  words: [],
  attachments: null,
  isOutsideHours: false,
  memberIds: [],
};
const prices = { name: "Prices", conditions: { ...NOTHING, words: ["price"] } };
const manager = () => world.as(world.manager);
const statusNow = async () => (await world.send()).status;

test("a rule holds as soon as it is there, rests while it is paused, and what waits goes on waiting without it", async () => {
  const { ruleId } = await addApprovalRule(manager(), prices);
  expect(await statusNow()).toBe("awaiting_approval");
  await pauseApprovalRule(manager(), { ruleId, paused: true });
  expect(await statusNow()).toBe("scheduled");
  await pauseApprovalRule(manager(), { ruleId, paused: false });
  await updateApprovalRule(manager(), { ruleId, name: "Discounts", conditions: { ...NOTHING, words: ["discount"] } });
  expect(await statusNow()).toBe("scheduled");
  expect((await listApprovalRules(manager())).rules).toMatchObject([{ name: "Discounts", isPaused: false }]);
  await removeApprovalRule(manager(), { ruleId });
  expect((await listApprovalRules(manager())).rules).toEqual([]);
  expect((await world.waiting()).map(({ causes }) => causes[0])).toMatchObject([{ kind: "rule", name: "Prices" }]);
});

test("a mailbox's own campaign is told from the others by its mailbox, and comes behind them", async () => {
  const { workspaceId } = world.manager;
  const mailbox = await makeMailbox(database.db, { workspaceId, address: "zoe@acme.test" });
  const own = await database.db.transaction((tx) => ensureDirectCampaign(tx, mailbox.id));

  const { campaigns } = (await listApprovalRules(manager())).of;
  expect(campaigns.at(-1)).toEqual({ id: own.id, name: "Direct", direct: "zoe@acme.test" });
  expect(campaigns[0]!.direct).toBeNull();
});

test("a rule is about what the workspace has, and about something", async () => {
  const { id: workspaceId } = await makeWorkspace(database.db);
  const foreign = await makeCampaign(database.db, { workspaceId });
  const about = { name: "Theirs", conditions: { ...NOTHING, campaignIds: [foreign.id] } };
  expect(await addApprovalRule(manager(), about).catch(refusal)).toBe("campaign");
  expect(AddApprovalRuleInput.safeParse({ name: "All", conditions: NOTHING }).success).toBe(false);
  expect(await addApprovalRule(world.as(), prices).catch(refusal)).toBe("forbidden");
});

test("who is narrowed finds no rule that names a campaign out of their sight, and names none", async () => {
  const { workspaceId } = world;
  const [seen, hidden] = [
    await makeCampaign(database.db, { workspaceId, name: "Seen" }),
    await makeCampaign(database.db, { workspaceId }),
  ];
  const about = (...campaignIds: string[]) => ({ name: "Some", conditions: { ...NOTHING, campaignIds } });
  const { ruleId: hiddenId } = await addApprovalRule(manager(), about(seen.id, hidden.id));
  const { ruleId } = await addApprovalRule(manager(), about(seen.id));
  const { ruleId: everywhere } = await addApprovalRule(manager(), prices);
  const narrow = { ...manager(), actor: { ...manager().actor, scope: { mailboxIds: [], campaignIds: [seen.id] } } };

  const { rules, of } = await listApprovalRules(narrow);
  expect([rules.map(({ id }) => id), of.campaigns]).toEqual([
    [ruleId, everywhere],
    [{ id: seen.id, name: "Seen", direct: null }],
  ]);
  for (const id of [hiddenId, newId()])
    for (const verb of [
      () => pauseApprovalRule(narrow, { ruleId: id, paused: true }),
      () => removeApprovalRule(narrow, { ruleId: id }),
      () => updateApprovalRule(narrow, { ruleId: id, ...about(seen.id) }),
    ])
      await expect(verb()).rejects.toMatchObject({ code: "not_found", reason: "rule" });
  expect((await listApprovalRules(manager())).rules).toMatchObject([{ id: hiddenId, isPaused: false }, {}, {}]);

  expect(await updateApprovalRule(narrow, { ruleId, ...about(seen.id) })).toEqual({ ruleId });
  for (const id of [hidden.id, newId()]) {
    expect(await addApprovalRule(narrow, about(id)).catch(refusal)).toBe("campaign");
    expect(await updateApprovalRule(narrow, { ruleId, ...about(seen.id, id) }).catch(refusal)).toBe("campaign");
  }
});

test("a rule for everybody is read, not changed, by who is narrowed; an unnarrowed manager changes it", async () => {
  const seen = await makeCampaign(database.db, { workspaceId: world.workspaceId, name: "Seen" });
  const { ruleId } = await addApprovalRule(manager(), prices);
  const narrow = { ...manager(), actor: { ...manager().actor, scope: { mailboxIds: [], campaignIds: [seen.id] } } };
  const theirs = { name: "Ours", conditions: { ...prices.conditions, campaignIds: [seen.id] } };

  for (const verb of [
    () => addApprovalRule(narrow, prices),
    () => pauseApprovalRule(narrow, { ruleId, paused: true }),
    () => removeApprovalRule(narrow, { ruleId }),
    () => updateApprovalRule(narrow, { ruleId, ...theirs }),
  ])
    expect(await verb().catch(refusal)).toBe("general_rule");
  const own = await addApprovalRule(narrow, theirs);
  expect(await updateApprovalRule(narrow, { ruleId: own.ruleId, ...prices }).catch(refusal)).toBe("general_rule");
  expect((await listApprovalRules(narrow)).rules.map(({ id, mayChange }) => [id, mayChange])).toEqual([
    [ruleId, false],
    [own.ruleId, true],
  ]);
  expect(await pauseApprovalRule(manager(), { ruleId, paused: true })).toMatchObject({ ruleId });
});
