import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { drafts, events, messages, threads } from "@/lib/db/schema";
import { contextOf, makeMember } from "@/lib/testing/factories";
import { followUpWorld, step, THURSDAY, wait } from "@/lib/testing/follow-up-world";
import { makeCategories } from "@/lib/testing/make-categories";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { afterSend } from "../replies/after-send";
import { cancelReply } from "../replies/cancel-reply";
import type { ComposerExtras } from "../replies/schemas";
import { rescheduleReply } from "../replies/reschedule-reply";
import { sendEmailThread } from "../replies/send-email-thread";
import { undoReply } from "../replies/undo-reply";
import { getFollowUps } from "./get-follow-ups";
import { stopFollowUps } from "./stop-follow-ups";

const test_ = testDatabase();
const { as, endOf, makePlannable, plan, setMailbox, statesOf, stepsOf, timesOf } = followUpWorld(() => test_.db);

test("steps leave at their wall time on the lead's clock, over the end of summer time, and are said whole", async () => {
  const world = await makePlannable();

  const { chainId, steps } = await plan(world, { steps: [step(1, "business_days"), step(3), step(1, "weeks")] });

  expect(await timesOf(chainId)).toEqual(["2026-10-23T07:10", "2026-10-26T08:10", "2026-11-02T08:10"]);
  expect(await getFollowUps(as(world), { threadId: world.thread.id })).toMatchObject({
    id: chainId,
    zone: "Europe/Berlin",
    awayRule: "move",
    endedReason: null,
    steps: [
      {
        replyId: steps[0]!.replyId,
        step: 1,
        status: "scheduled",
        words: "Any news? 1",
        wait: wait(1, "business_days"),
      },
      { step: 2 },
      { step: 3 },
    ],
  });
  const [row] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(row!.nextReplyAt).toEqual(new Date("2026-10-23T07:10:00Z"));
});

test("a clock that is only guessed plans nothing: the mailbox's holds", async () => {
  const world = await makePlannable({ timeZone: null });
  const theirs = and(eq(messages.threadId, world.thread.id), eq(messages.direction, "in"));
  await test_.db.update(messages).set({ sentOffset: 0 }).where(theirs);
  await setMailbox(world, { timeZone: "Asia/Kolkata" });

  const { chainId } = await plan(world, { steps: [step(1)] });

  expect(await timesOf(chainId)).toEqual(["2026-10-23T03:40"]);
});

test("variables are filled in with the lead's values, and one without a value is refused by its name and step", async () => {
  const world = await makePlannable();
  const texts = (...bodies: string[]) => bodies.map((bodyHtml) => ({ bodyHtml, wait: wait(1) }));

  const { chainId } = await plan(world, { steps: texts("<p>Hi {{lead.firstName}}, of {{campaign.name}}</p>") });

  expect((await stepsOf(chainId))[0]!.bodyHtml).toBe("<p>Hi Ana, of Spring</p>");
  const refused = plan(world, { replaces: chainId, steps: texts("<p>Fine</p>", "<p>{{lead.phone}}</p>") });
  await expect(refused).rejects.toMatchObject({
    fields: [{ path: "steps.1.bodyHtml", reason: "unresolved_variable", values: { name: "lead.phone" } }],
  });
  expect(await endOf(chainId)).toBeNull();
});

test("a thread has one open chain: a second is refused, or takes the place of the first", async () => {
  const world = await makePlannable();
  const { chainId } = await plan(world);

  await expect(plan(world)).rejects.toMatchObject({ code: "conflict", reason: "already_planned" });
  const second = await plan(world, { replaces: chainId, startDate: "2026-10-30" });

  expect(await statesOf(chainId)).toEqual(["cancelled by_person", "cancelled by_person"]);
  expect(await timesOf(second.chainId)).toEqual(["2026-10-30T08:10", "2026-11-06T08:10"]);
  await expect(plan(world, { replaces: chainId })).rejects.toMatchObject({ reason: "already_planned" });
  expect(await endOf(second.chainId)).toBeNull();
  await expect(plan(world, { replaces: second.chainId, startDate: "2026-10-21" })).rejects.toMatchObject({
    fields: [{ path: "startDate", reason: "in_the_past" }],
  });
});

test("nobody plans or stops in another workspace, nor for a lead who must not be written to", async () => {
  const [world, foreign] = [await makePlannable(), await makePlannable()];
  const { chainId } = await plan(world);

  await expect(plan({ ...foreign, thread: world.thread })).rejects.toMatchObject({
    code: "not_found",
    reason: "thread",
  });
  await expect(stopFollowUps(as(foreign), { chainId })).rejects.toMatchObject({ code: "not_found" });
  await expect(getFollowUps(as(foreign), { threadId: world.thread.id })).rejects.toMatchObject({ code: "not_found" });
  const { interested } = await makeCategories(test_.db, foreign.workspaceId);
  await expect(plan(world, { replaces: chainId, stopCategoryIds: [interested] })).rejects.toMatchObject({
    reason: "category",
  });
  const gone = await makePlannable({ unsubscribedAt: THURSDAY });
  await expect(plan(gone)).rejects.toMatchObject({ code: "unprocessable", reason: "lead_unsubscribed" });

  expect(await stopFollowUps(as(world), { chainId })).toMatchObject({ cancelled: 2 });
  expect(await stopFollowUps(as(world), { chainId })).toMatchObject({ cancelled: 0 });
  expect(await endOf(chainId)).toBe("by_person");
});

test("whoever may read may plan: the text of a colleague's chain can be stopped by anybody of the team", async () => {
  const world = await makePlannable();
  const { chainId } = await plan(world);
  const colleague = await makeMember(test_.db, { workspaceId: world.workspaceId });

  await stopFollowUps(
    contextOf(colleague, test_.db, () => THURSDAY),
    { chainId },
  );

  const [told] = await test_.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, chainId), eq(events.kind, "follow_ups.ended")));
  expect(told).toMatchObject({ memberId: colleague.id, data: { reason: "by_person", steps: 2 } });
});

test("a reply of the composer brings its follow-ups along, which wait for it and go with it", async () => {
  const world = await makePlannable();
  const send = (draftId: string, scheduledTime: string) => {
    const contract = {
      campaignId: world.campaign.number,
      emailStatsId: world.messages[0]!.statsId,
      emailBody: "<p>Yes</p>",
      cc: "ben@lead.test",
      scheduledTime,
    };
    const composer = { draftId, scheduledZone: "Europe/Berlin", followUps: { steps: [step(2), step(2)] } };
    return sendEmailThread(as(world), contract, composer, afterSend(as(world), composer));
  };
  const { replyId } = await send(crypto.randomUUID(), "2026-10-23T13:00:00Z");
  const view = await getFollowUps(as(world), { threadId: world.thread.id });
  const chainId = view!.id;

  expect(await timesOf(chainId)).toEqual(["2026-10-25T08:10", "2026-10-27T08:10"]);
  expect((await stepsOf(chainId))[0]).toMatchObject({ origin: "machine", cc: [{ address: "ben@lead.test" }] });
  const later = { replyId, scheduledTime: "2026-10-24T13:00:00Z", scheduledZone: "Europe/Berlin" };
  await rescheduleReply(as(world), later);
  expect(await timesOf(chainId)).toEqual(["2026-10-26T08:10", "2026-10-28T08:10"]);

  await undoReply(as(world), { replyId });
  expect(await endOf(chainId)).toBe("by_person");
  expect(await statesOf(chainId)).toEqual(["cancelled by_person", "cancelled by_person"]);
});

test.each([
  ["undone", undoReply],
  ["cancelled", cancelReply],
])("a reply whose follow-ups took the place of others gives these back when it is %s", async (_how, takeBack) => {
  const world = await makePlannable();
  const former = await plan(world);
  await cancelReply(as(world), { replyId: former.steps[0]!.replyId });
  const before = await statesOf(former.chainId);
  const contract = {
    campaignId: world.campaign.number,
    emailStatsId: world.messages[0]!.statsId,
    emailBody: "<p>Yes</p>",
    scheduledTime: "2026-10-23T13:00:00Z",
  };
  const composer = {
    draftId: crypto.randomUUID(),
    scheduledZone: "Europe/Berlin",
    followUps: { steps: [step(2)], replaces: former.chainId },
  };
  const later = as(world, new Date(THURSDAY.getTime() + 60_000));
  const { replyId } = await sendEmailThread(later, contract, composer, afterSend(later, composer));
  expect(await endOf(former.chainId)).toBe("by_person");

  await takeBack(as(world, new Date(THURSDAY.getTime() + 65_000)), { replyId });

  expect(await endOf(former.chainId)).toBeNull();
  expect(await statesOf(former.chainId)).toEqual(before);
  expect(before).toEqual(["cancelled by_person", "scheduled"]);
  expect((await getFollowUps(as(world), { threadId: world.thread.id }))!.id).toBe(former.chainId);
});

test("follow-ups of a reply replace only those that their author saw, not what a teammate has planned since", async () => {
  const world = await makePlannable();
  const seen = await plan(world);
  const colleague = await makeMember(test_.db, world);
  const theirs = await plan({ ...world, member: colleague }, { replaces: seen.chainId });
  const contract = {
    campaignId: world.campaign.number,
    emailStatsId: world.messages[0]!.statsId,
    emailBody: "<p>Yes</p>",
  };
  const later = as(world, new Date(THURSDAY.getTime() + 60_000));
  const send = async (followUps: ComposerExtras["followUps"]) => {
    const composer = { draftId: crypto.randomUUID(), followUps };
    return sendEmailThread(later, contract, composer, afterSend(later, composer));
  };
  const refusal = { code: "conflict", reason: "already_planned" };

  await expect(send({ steps: [step(2)], replaces: seen.chainId })).rejects.toMatchObject(refusal);
  await expect(send({ steps: [step(2)] })).rejects.toMatchObject(refusal);

  expect(await endOf(theirs.chainId)).toBeNull();
  expect(await statesOf(theirs.chainId)).toEqual(["scheduled", "scheduled"]);
  const { replyId } = await send({ steps: [step(2)], replaces: theirs.chainId });
  expect(await endOf(theirs.chainId)).toBe("by_person");
  await undoReply(later, { replyId });
  const [draft] = await test_.db.select().from(drafts).where(eq(drafts.authorId, world.member.id));
  expect(draft!.content.followUps).toMatchObject({ replaces: theirs.chainId });
});

test("a step to a lead of Smartlead's waits here until it is due, though Smartlead would keep replies until their time", async () => {
  const world = await makeSmartleadWorld(test_.db, { handsOver: true });

  const { chainId } = await plan(world);

  const [first] = await stepsOf(chainId);
  expect(first).toMatchObject({ smartleadLeadId: world.remoteLead.id, status: "scheduled", heldReason: null });
  expect(first!.scheduledAt).toEqual(first!.dueAt);
});
