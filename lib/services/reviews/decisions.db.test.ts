import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { notifications, reviews } from "@/lib/db/schema";
import { undoReply } from "@/lib/services/replies/undo-reply";
import type { MemberRow } from "@/lib/testing/factories";
import { makeReviewWorld } from "@/lib/testing/review-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { approveReview } from "./approve-review";
import { commentReview } from "./comment-review";
import { DECISIONS_OF_REVIEW } from "./decisions-of-review";
import { getReview } from "./get-review";
import { listReviews } from "./list-reviews";
import { returnedOfThread } from "./returned-of-thread";
import { returnReview } from "./return-review";
import { settleComment } from "./settle-comment";
import { undoApproval } from "./undo-approval";

const database = testDatabase();
let world: Awaited<ReturnType<typeof makeReviewWorld>>;
beforeEach(async () => {
  world = await makeReviewWorld(database.db);
});
const refusal = (error: AppError) => error.reason ?? error.code;
const boss = () => world.as(world.manager);
const passage = { quote: "980", start: 13 };
const typed = () => ({ text: "List price.", passage, version: 1, suggestion: "1,150", pressId: randomUUID() });
const commentsOf = async (id: string) => (await getReview(world.as(), { id })).comments;
const unread = async ({ id }: MemberRow) =>
  (await database.db.select().from(notifications).where(eq(notifications.memberId, id)))
    .filter(({ readAt }) => readAt === null)
    .map(({ kind }) => kind);

test("what was typed goes with the decision, is enough to return, and is said by none that is refused", async () => {
  const { reviewId } = await world.asked();
  const words = [typed()];
  expect(await returnReview(boss(), { reviewId, version: 2, note: "", words }).catch(refusal)).toBe("version_changed");
  expect(await commentsOf(reviewId)).toEqual([]);

  await returnReview(boss(), { reviewId, version: 1, note: "", words });
  expect(await returnedOfThread(world.as(), { id: world.thread.id })).toMatchObject({
    comments: [{ text: "List price.", passage, suggestion: "1,150" }],
  });

  await world.send({ body: "<p>It is 1,150.</p>" });
  world.later(1);
  await approveReview(boss(), {
    reviewId,
    version: 2,
    edits: { bodyHtml: "<p>It is 1,100.</p>" },
    words: [{ text: "Well done." }],
  });
  expect((await commentsOf(reviewId)).map(({ text, version }) => [text, version])).toEqual([
    ["List price.", 1],
    ["Well done.", 2],
  ]);
});

test("a word that is still open is enough to return the next version, and one that is settled is not", async () => {
  const { reviewId } = await world.asked();
  const { commentId } = await commentReview(boss(), { reviewId, text: "Name the list price." });
  await returnReview(boss(), { reviewId, version: 1, note: "" });
  await world.send({ body: "<p>The price is 970.</p>" });
  await settleComment(boss(), { commentId, settled: true });
  expect(await returnReview(boss(), { reviewId, version: 2, note: "" }).catch(refusal)).toBe("invalid");
  await settleComment(boss(), { commentId, settled: false });
  await returnReview(boss(), { reviewId, version: 2, note: "" });
});

test("nobody is asked any more for what is decided or taken back; who decided has read all that was told of it", async () => {
  const { reviewId } = await world.asked({ wish: { reviewerId: world.manager.id } });
  await commentReview(world.as(), { reviewId, text: "In a hurry." });
  expect(await unread(world.manager)).toEqual(["review_asked", "review_commented"]);
  await returnReview(boss(), { reviewId, version: 1, note: "Not yet." });
  expect([await unread(world.manager), await unread(world.member)]).toEqual([[], ["review_returned"]]);

  const again = await world.send();
  await commentReview(world.as(), { reviewId, text: "Now?" });
  await undoReply(world.as(), { replyId: again.id });
  expect(await unread(world.manager)).toEqual(["review_commented"]);

  const others = await world.asked();
  expect(await unread(world.admin)).toEqual(["review_asked"]);
  await approveReview(boss(), { reviewId: others.reviewId, version: 1 });
  expect(await unread(world.admin)).toEqual([]);
});

test("a return and the approval after it are two decisions, each from when it was handed in; what is taken back is none", async () => {
  world.clock.now = new Date();
  const { reviewId } = await world.asked();
  await returnReview(boss(), { reviewId, version: 1, note: "Not yet." });
  world.clock.now = new Date();
  await world.send({ body: "<p>It is 1,150.</p>" });
  await approveReview(boss(), { reviewId, version: 2 });
  expect(await decided(reviewId)).toHaveLength(2);
  for (const { asked, at } of await decided(reviewId)) expect(at.getTime()).toBeGreaterThan(asked.getTime());
  await undoApproval(boss(), { reviewId });
  expect(await decided(reviewId)).toHaveLength(1);
  await approveReview(boss(), { reviewId, version: 2 });
  expect(await decided(reviewId)).toHaveLength(2);
  const { today } = await listReviews(boss(), { tab: "waiting" });
  expect(today).toEqual({ turnaroundSeconds: 0, approved: 1, asWritten: 0 });
});

async function decided(id: string): Promise<{ asked: Date; at: Date }[]> {
  const { rows } = await database.db.execute<{ asked: string; at: string }>(
    sql`select decisions.asked_at as asked, decisions.decided_at as at from reviews cross join ${DECISIONS_OF_REVIEW}
      where ${eq(reviews.id, id)}`,
  );
  return rows.map(({ asked, at }) => ({ asked: new Date(asked), at: new Date(at) }));
}
