import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { reviews } from "@/lib/db/schema";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { rescheduleReply } from "@/lib/services/replies/reschedule-reply";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { rewriteReply } from "@/lib/services/schedule/rewrite-reply";
import { makeReviewWorld } from "@/lib/testing/review-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { approveReview } from "./approve-review";
import { getReview } from "./get-review";
import { returnReview } from "./return-review";
import { undoApproval } from "./undo-approval";

const database = testDatabase();
let world: Awaited<ReturnType<typeof makeReviewWorld>>;
beforeEach(async () => {
  world = await makeReviewWorld(database.db);
});
const refusal = (error: AppError) => error.reason ?? error.code;
const TIME = "2026-11-27T09:30:00Z";
const manager = () => world.as(world.manager);
const lookAt = async (replyId: string) =>
  (await database.db.select().from(reviews).where(eq(reviews.replyId, replyId)))[0]!;

test("a manager's planned reply that an SDR writes anew is judged as the SDR's, and goes back to them", async () => {
  await world.rule({ words: ["price"] });
  const { id: replyId, status } = await world.send({ by: world.manager, at: TIME });
  expect(status).toBe("scheduled");
  await rewriteReply(world.as(), { replyId, bodyHtml: "<p>Nothing new from us.</p>" });
  expect((await world.rowOf(replyId)).status).toBe("scheduled");
  await rewriteReply(world.as(), { replyId, bodyHtml: "<p>The price is 1.</p>" });
  expect((await world.rowOf(replyId)).status).toBe("awaiting_approval");

  const { id: reviewId, authorId } = await lookAt(replyId);
  expect(authorId).toBe(world.member.id);
  // Whose reply it was is among those who look at the other's words.
  expect(await world.told(world.manager)).toEqual(["review_asked"]);
  await returnReview(manager(), { reviewId, version: 1, note: "Not for 1." });
  expect(await world.told(world.member)).toEqual(["review_returned"]);
  expect((await findDraft(world.as(), { threadId: world.thread.id }))?.content.bodyHtml).toContain("price is 1");

  const again = await world.send({ body: "<p>It is 980.</p>", at: TIME });
  expect([again.status, (await lookAt(again.id)).id]).toEqual(["awaiting_approval", reviewId]);
});

test("a manager writes their own approved reply anew as they like, unless a rule names them: then another looks", async () => {
  const { reply, reviewId } = await world.asked({ by: world.manager, at: TIME });
  await approveReview(world.as(world.admin), { reviewId, version: 1 });
  const rewrite = (bodyHtml: string) => rewriteReply(manager(), { replyId: reply.id, bodyHtml });
  await rewrite("<p>The price is 990.</p>");
  expect((await world.rowOf(reply.id)).status).toBe("scheduled");

  await world.rule({ words: ["price"], memberIds: [world.manager.id] });
  await rewrite("<p>The price is 995.</p>");
  expect((await world.rowOf(reply.id)).status).toBe("awaiting_approval");
  const { versions } = await getReview(world.as(world.admin), { id: reviewId });
  expect(versions.map(({ plain }) => plain)).toEqual(["The price is 980.", "The price is 995."]);
  expect(await approveReview(manager(), { reviewId, version: 2 }).catch(refusal)).toBe("own_reply");
  await approveReview(world.as(world.admin), { reviewId, version: 2 });
  expect((await world.rowOf(reply.id)).status).toBe("scheduled");
});

test("an approval that is taken back leaves the time that was chosen after it", async () => {
  const { reply, reviewId } = await world.asked({ at: TIME });
  await approveReview(manager(), { reviewId, version: 1 });
  const scheduledTime = "2026-11-30T10:15:00.000Z";
  await rescheduleReply(world.as(), { replyId: reply.id, scheduledTime, scheduledZone: "UTC" });
  await undoApproval(manager(), { reviewId });
  expect(await world.rowOf(reply.id)).toMatchObject({
    status: "awaiting_approval",
    scheduledAt: new Date(scheduledTime),
  });
  const { versions } = await getReview(manager(), { id: reviewId });
  expect(versions.map(({ writtenBy }) => writtenBy.name)).toEqual(["Sam Reed", "Sam Reed"]);

  expect(await approveReview(manager(), { reviewId, version: 2 })).toMatchObject({ leavesAt: scheduledTime });
  await undoApproval(manager(), { reviewId });
  expect(await world.rowOf(reply.id)).toMatchObject({ scheduledAt: new Date(scheduledTime) });
});

test("an approval that is taken back of what was sent at once meanwhile leaves it without a time", async () => {
  const { reply, reviewId } = await world.asked({ at: TIME });
  await approveReview(manager(), { reviewId, version: 1 });
  await sendReplyNow(world.as(), { replyId: reply.id });
  await undoApproval(manager(), { reviewId });
  expect(await world.rowOf(reply.id)).toMatchObject({ status: "awaiting_approval", scheduledAt: null });
});

test("neither a forward nor what a program sends takes up what was returned; the author's reply does", async () => {
  const { reviewId } = await world.asked();
  await returnReview(manager(), { reviewId, version: 1, note: "Softer, please." });
  const forwarded = await world.send({ kind: "forward" });
  const programs = await world.send({ api: true });
  expect([forwarded.status, programs.status]).not.toContain("awaiting_approval");
  expect((await getReview(manager(), { id: reviewId })).state).toBe("returned");

  await world.rule({ words: ["price"] });
  for (const sent of [await world.send({ kind: "forward" }), await world.send({ api: true })]) {
    expect(sent.status).toBe("awaiting_approval");
    expect((await lookAt(sent.id)).id).not.toBe(reviewId);
  }
  const own = await world.send({ body: "<p>Whenever it suits you.</p>" });
  expect([own.status, (await lookAt(own.id)).id]).toEqual(["awaiting_approval", reviewId]);
});

test("a forward that was returned is taken up by the next forward, not by a reply", async () => {
  const { reviewId } = await world.asked({ kind: "forward" });
  await returnReview(manager(), { reviewId, version: 1, note: "Not to them." });
  expect((await world.send()).status).not.toBe("awaiting_approval");
  const again = await world.send({ kind: "forward" });
  expect([again.status, (await lookAt(again.id)).id]).toEqual(["awaiting_approval", reviewId]);
});
