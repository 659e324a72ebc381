import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { members, replies } from "@/lib/db/schema";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { cancelReply } from "@/lib/services/replies/cancel-reply";
import { claimReply } from "@/lib/services/replies/claim-reply";
import { sendReplyAnyway } from "@/lib/services/replies/send-reply-anyway";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { undoReply } from "@/lib/services/replies/undo-reply";
import { planFollowUps } from "@/lib/services/follow-ups/plan-follow-ups";
import { rescheduleReply } from "@/lib/services/replies/reschedule-reply";
import { rewriteReply } from "@/lib/services/schedule/rewrite-reply";
import { makeMessage } from "@/lib/testing/factories";
import { makeReviewWorld } from "@/lib/testing/review-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { approveReview } from "./approve-review";
import { commentReview } from "./comment-review";
import { getReview } from "./get-review";
import { listReviews } from "./list-reviews";
import { returnedOfThread } from "./returned-of-thread";
import { returnReview } from "./return-review";

const database = testDatabase();
let world: Awaited<ReturnType<typeof makeReviewWorld>>;
beforeEach(async () => {
  world = await makeReviewWorld(database.db);
});
const refusal = (error: AppError) => error.reason ?? error.code;

test("a word whose answer got lost is said once, also when its form is pressed again", async () => {
  const { reviewId } = await world.asked();
  const pressId = randomUUID();
  const say = (text: string) => commentReview(world.as(world.manager), { reviewId, text, pressId });

  const first = await say("Name a number.");
  const second = await say("Name a number.");
  await say("Name two.");

  expect(second).toEqual(first);
  const { comments } = await getReview(world.as(), { id: reviewId });
  expect(comments.map(({ text }) => text).toSorted()).toEqual(["Name a number.", "Name two."]);
  expect(await world.told(world.member)).toHaveLength(2);
});

test("returned with a word about a passage, handed in again as the next version, approved with edits", async () => {
  const { reply, reviewId } = await world.asked();
  const passage = { quote: "price is 980", start: 4 };
  await commentReview(world.as(world.manager), { reviewId, version: 1, passage, text: "List price is 1,150." });
  await returnReview(world.as(world.manager), { reviewId, version: 1, note: "" });
  expect(await world.rowOf(reply.id)).toMatchObject({ status: "cancelled", reason: "undone" });
  expect((await findDraft(world.as(), { threadId: world.thread.id }))?.content.bodyHtml).toContain("price is 980");
  expect(await returnedOfThread(world.as(), { id: world.thread.id })).toMatchObject({
    by: "Mia Lund",
    comments: [{ passage, text: "List price is 1,150." }],
  });
  expect(await world.told(world.member)).toEqual(["review_commented", "review_returned"]);

  const second = await world.send({ body: "<p>It is 1,150 for all.</p>" });
  expect(second.status).toBe("awaiting_approval");
  await approveReview(world.as(world.manager), {
    reviewId,
    version: 2,
    edits: { bodyHtml: "<p>It is 1,100 for all.</p>" },
  });
  expect(await world.rowOf(second.id)).toMatchObject({ bodyHtml: "<p>It is 1,100 for all.</p>", status: "scheduled" });
  const { versions, state } = await getReview(world.as(), { id: reviewId });
  expect(versions.map(({ plain, writtenBy }) => [writtenBy.name, plain])).toEqual([
    ["Sam Reed", "The price is 980."],
    ["Sam Reed", "It is 1,150 for all."],
    ["Mia Lund", "It is 1,100 for all."],
  ]);
  expect(state).toBe("approved");
  const { today } = await listReviews(world.as(world.manager), { tab: "waiting" });
  expect(today).toMatchObject({ approved: 1, asWritten: 0 });
});

test("other words for a passage stand beside the draft, without a word of their own, and what stands out is told with the reply", async () => {
  const { reviewId } = await world.asked();
  const passage = { quote: "980", start: 13 };
  const suggest = { reviewId, version: 1, passage, text: "", suggestion: "1,150" };
  await commentReview(world.as(world.manager), suggest);
  const { checks } = await getReview(world.as(world.manager), { id: reviewId });
  expect(checks).toMatchObject({ firstTime: [], outside: [], isFileMissing: false, braces: [] });
  await returnReview(world.as(world.manager), { reviewId, version: 1, note: "" });
  expect(await returnedOfThread(world.as(), { id: world.thread.id })).toMatchObject({
    comments: [{ passage, text: "", suggestion: "1,150" }],
  });
});

test("nothing is returned without a word", async () => {
  const { reviewId } = await world.asked();
  expect(await returnReview(world.as(world.manager), { reviewId, version: 1, note: "" }).catch(refusal)).toBe(
    "invalid",
  );
});

test("an answer that comes while it waits is shown, and stops what was to leave only without one", async () => {
  const { reply, reviewId } = await world.asked({ condition: "if_no_reply" });
  await makeMessage(
    database.db,
    { thread: world.thread, mailbox: world.mailbox },
    { sentAt: new Date("2026-11-26T10:05:00Z") },
    world.messages,
  );
  world.later(10);
  expect((await world.waiting())[0]).toMatchObject({ hasAnswered: true });
  expect(await approveReview(world.as(world.manager), { reviewId, version: 1 })).toMatchObject({ leavesAt: null });
  expect(await world.rowOf(reply.id)).toMatchObject({ status: "cancelled", reason: "lead_answered" });
});

const step = { bodyHtml: "<p>Any news?</p>", wait: { count: 2, unit: "days" as const, time: "09:00" } };

test("follow-ups come along with their reply, are looked at with it, and are taken back with it", async () => {
  await world.rule({ words: ["news"] });
  const { reply, reviewId } = {
    reply: await world.send({ followUps: { steps: [step] } }),
    reviewId: (await world.waiting())[0]!.id,
  };
  expect(reply.status).toBe("awaiting_approval");
  expect(await getReview(world.as(world.manager), { id: reviewId })).toMatchObject({
    followUps: [{ text: "Any news?" }],
  });
  const [planned] = await database.db.select().from(replies).where(eq(replies.chainStep, 1));
  world.clock.now = new Date(planned!.dueAt.getTime() + 1000);
  expect(await claimReply(database.db, () => world.clock.now, planned!.id)).toMatchObject({ kind: "later" });
  await undoReply(world.as(), { replyId: reply.id });
  expect((await world.rowOf(planned!.id)).status).toBe("cancelled");
  expect(await world.waiting()).toEqual([]);
});

test("what was approved and is written anew by its author waits again", async () => {
  await world.rule({ words: ["price"] });
  const reply = await world.send({ at: "2026-11-27T09:30:00Z" });
  const reviewId = (await world.waiting())[0]!.id;
  await approveReview(world.as(world.manager), { reviewId, version: 1 });
  await rewriteReply(world.as(), { replyId: reply.id, bodyHtml: "<p>The price is 1.</p>" });
  expect((await world.rowOf(reply.id)).status).toBe("awaiting_approval");
  expect((await getReview(world.as(world.manager), { id: reviewId })).versions).toHaveLength(2);
  await rewriteReply(world.as(world.manager), { replyId: reply.id, bodyHtml: "<p>The price is 2.</p>" });
  expect((await getReview(world.as(world.manager), { id: reviewId })).versions.at(-1)).toMatchObject({
    number: 3,
    plain: "The price is 2.",
  });
});

test("follow-ups that are planned by themselves wait with their first", async () => {
  await world.rule({ words: ["news"] });
  const plan = { threadId: world.thread.id, steps: [{ ...step, bodyHtml: "<p>Hello again.</p>" }, step] };
  const { steps } = await planFollowUps(world.as(), plan);
  const statuses = async () =>
    (await Promise.all(steps.map(({ replyId }) => world.rowOf(replyId)))).map((row) => row.status);
  expect(await statuses()).toEqual(["awaiting_approval", "scheduled"]);
  const [item] = await world.waiting();
  expect(await getReview(world.as(world.manager), { id: item!.id })).toMatchObject({
    followUps: [{ text: "Any news?" }],
  });
  await approveReview(world.as(world.manager), { reviewId: item!.id, version: 1 });
  expect(await statuses()).toEqual(["scheduled", "scheduled"]);
});

async function waitingPlan() {
  await world.rule({ words: ["news"] });
  const plan = { threadId: world.thread.id, steps: [{ ...step, bodyHtml: "<p>Hello again.</p>" }, step] };
  const { steps } = await planFollowUps(world.as(), plan);
  const [item] = await world.waiting();
  const statuses = async () =>
    (await Promise.all(steps.map(({ replyId }) => world.rowOf(replyId)))).map((row) => row.status);
  return { first: steps[0]!.replyId, second: steps[1]!.replyId, reviewId: item!.id, statuses };
}

test("follow-ups whose first is returned do not leave without it", async () => {
  const { reviewId, statuses } = await waitingPlan();
  await returnReview(world.as(world.manager), { reviewId, version: 1, note: "Not like this." });
  expect(await statuses()).toEqual(["cancelled", "cancelled"]);
});

test("follow-ups whose first is dropped wait for the look with the next, and none is sent past it", async () => {
  const { first, second, statuses } = await waitingPlan();
  expect((await sendReplyNow(world.as(), { replyId: second })).status).toBe("awaiting_approval");
  await cancelReply(world.as(), { replyId: second });
  expect(await statuses()).toEqual(["awaiting_approval", "cancelled"]);
  await cancelReply(world.as(), { replyId: first });
  const other = await waitingPlan();
  await cancelReply(world.as(), { replyId: other.first });
  expect(await other.statuses()).toEqual(["cancelled", "awaiting_approval"]);
  const [item] = await world.waiting();
  await approveReview(world.as(world.manager), { reviewId: item!.id, version: 1 });
  expect(await other.statuses()).toEqual(["cancelled", "scheduled"]);
  expect((await sendReplyNow(world.as(), { replyId: other.second })).status).toBe("queued");
});

test("what an answer has stopped before anybody looked at it is sent anyway only after the look", async () => {
  await world.rule({ words: ["price"] });
  const reply = await world.send({ condition: "if_no_reply" });
  const [item] = await world.waiting();
  await makeMessage(
    database.db,
    { thread: world.thread, mailbox: world.mailbox },
    { sentAt: new Date("2026-11-26T10:05:00Z") },
    world.messages,
  );
  world.later(10);
  await approveReview(world.as(world.manager), { reviewId: item!.id, version: 1 });
  expect((await sendReplyAnyway(world.as(), { replyId: reply.id })).status).toBe("awaiting_approval");
  await approveReview(world.as(world.manager), { reviewId: item!.id, version: 1 });
  expect(await world.rowOf(reply.id)).toMatchObject({ status: "scheduled", scheduleCondition: "always" });
});

test("what a teammate sent while a reply waited for a look holds it after the look", async () => {
  const { reply, reviewId } = await world.asked();
  world.later(10);
  const teammates = await world.send({ by: world.admin, body: "<p>Call me.</p>" });
  await database.db.update(replies).set({ status: "sent" }).where(eq(replies.id, teammates.id));
  world.later(10);
  await approveReview(world.as(world.manager), { reviewId, version: 1 });
  world.later(1);
  expect(await claimReply(database.db, () => world.clock.now, reply.id)).toEqual({ kind: "held", reason: "teammate" });
});

test("returned to an author who has left, it stays in sight; a reviewer who has left is not the only one asked", async () => {
  const { reply, reviewId } = await world.asked();
  await database.db.update(members).set({ deactivatedAt: world.clock.now }).where(eq(members.id, world.member.id));
  expect(await returnReview(world.as(world.manager), { reviewId, version: 1, note: "Too late." })).toMatchObject({
    draftId: null,
  });
  expect(await world.rowOf(reply.id)).toMatchObject({ status: "cancelled", reason: "by_person" });

  await database.db.update(members).set({ deactivatedAt: null }).where(eq(members.id, world.member.id));
  await database.db.update(members).set({ deactivatedAt: world.clock.now }).where(eq(members.id, world.manager.id));
  const told = (await world.told(world.admin)).length;
  await world.send();
  expect(await world.told(world.admin)).toHaveLength(told + 1);
});

test("whoever is bound moves no reply into hours that a rule forbids, and none that was looked at waits for its words again", async () => {
  const { id: replyId } = await world.send({ at: "2026-11-27T09:30:00Z" });
  await world.rule({ isOutsideHours: true });
  const to = (scheduledTime: string, by = world.member) =>
    rescheduleReply(world.as(by), { replyId, scheduledTime, scheduledZone: "UTC" });
  expect((await to("2026-11-27T10:30:00Z")).status).toBe("scheduled");
  expect((await to("2026-11-27T20:30:00Z", world.manager)).status).toBe("scheduled");
  expect((await to("2026-11-27T21:30:00Z")).status).toBe("awaiting_approval");
  const [item] = await world.waiting();
  await approveReview(world.as(world.manager), { reviewId: item!.id, version: 1 });
  expect((await to("2026-11-27T22:30:00Z")).status).toBe("scheduled");
});
