import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { approvalRules, mailboxes, members, replies } from "@/lib/db/schema";
import { claimReply } from "@/lib/services/replies/claim-reply";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { undoReply } from "@/lib/services/replies/undo-reply";
import { contextOf, makeMember } from "@/lib/testing/factories";
import { makeReviewWorld } from "@/lib/testing/review-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { approveReview } from "./approve-review";
import { getReview } from "./get-review";
import { listReviews } from "./list-reviews";
import { returnReview } from "./return-review";
import { undoApproval } from "./undo-approval";

const database = testDatabase();
let world: Awaited<ReturnType<typeof makeReviewWorld>>;
beforeEach(async () => {
  world = await makeReviewWorld(database.db);
});
const refusal = (error: AppError) => error.reason ?? error.code;

test("a rule makes composer and API wait alike, tells who may decide, and no claim takes what waits", async () => {
  await world.rule({ words: ["price"] });
  for (const api of [undefined, true] as const) {
    const reply = await world.send(api ? { api } : {});
    expect(reply.status).toBe("awaiting_approval");
    world.later(120);
    expect(await claimReply(database.db, () => world.clock.now, reply.id)).toEqual({ kind: "idle" });
    expect(await sendReplyNow(world.as(), { replyId: reply.id }).catch(refusal)).toBe("awaiting_approval");
  }
  expect((await world.waiting()).map(({ causes }) => causes)).toMatchObject([
    [{ kind: "rule", name: "Prices", because: ["words:price"] }],
    [{ kind: "rule", name: "Prices", because: ["words:price"] }],
  ]);
  expect(await world.told(world.manager)).toEqual(["review_asked", "review_asked"]);
  expect((await world.send({ body: "<p>Thanks.</p>" })).status).not.toBe("awaiting_approval");
  expect((await world.send({ by: world.manager })).status).not.toBe("awaiting_approval");
});

test("hours, newness and first replies are judged by the author's clock and the thread's history", async () => {
  await database.db.update(members).set({ timeZone: "America/New_York" }).where(eq(members.id, world.member.id));
  await world.rule({ isOutsideHours: true });
  expect((await world.send()).status).toBe("awaiting_approval"); // 05:00 in New York
  expect((await world.send({ at: "2026-11-26T15:00:00Z" })).status).toBe("scheduled");
  await database.db.delete(approvalRules);
  await world.rule({ newForDays: 30 });
  expect((await world.send()).status).not.toBe("awaiting_approval");
  await database.db.update(members).set({ createdAt: new Date("2026-11-20T08:00:00Z") });
  expect((await world.send()).status).toBe("awaiting_approval");
});

test("a request goes to the named reviewer, who must be one", async () => {
  await world.send({ wish: { reviewerId: world.admin.id, note: "Is 980 fine?" } });
  expect([await world.told(world.admin), await world.told(world.manager)]).toEqual([["review_asked"], []]);
  const colleague = await makeMember(database.db, { workspaceId: world.workspaceId });
  expect(await world.send({ wish: { reviewerId: colleague.id } }).catch(refusal)).toBe("reviewer");
});

test("approval keeps a schedule, and is taken back as long as nothing has left", async () => {
  const { reply, reviewId } = await world.asked({ at: "2026-11-27T09:30:00Z" });
  const approved = await approveReview(world.as(world.manager), { reviewId, version: 1 });
  expect(approved).toMatchObject({ leavesAt: "2026-11-27T09:30:00.000Z", isReplanned: false });
  expect(await world.told(world.member)).toEqual(["review_approved"]);
  expect(await undoApproval(world.as(world.admin), { reviewId }).catch(refusal)).toBe("not_approved");
  await undoApproval(world.as(world.manager), { reviewId });
  expect(await world.rowOf(reply.id)).toMatchObject({ status: "awaiting_approval", scheduledAt: reply.scheduledAt });

  await approveReview(world.as(world.manager), { reviewId, version: 1 });
  world.clock.now = new Date("2026-11-27T09:30:01Z");
  await database.db.update(replies).set({ status: "sending" }).where(eq(replies.id, reply.id));
  expect(await undoApproval(world.as(world.manager), { reviewId }).catch(refusal)).toBe("already_sending");
});

test("what was to leave now leaves after the reviewer's own undo hold", async () => {
  await database.db.update(members).set({ undoSeconds: 20 }).where(eq(members.id, world.manager.id));
  const { reply, reviewId } = await world.asked();
  world.later(45);
  await approveReview(world.as(world.manager), { reviewId, version: 1 });
  const { status, dueAt } = await world.rowOf(reply.id);
  expect([status, dueAt.getTime() - world.clock.now.getTime()]).toEqual(["scheduled", 20_000]);
  world.later(1);
  expect(await claimReply(database.db, () => world.clock.now, reply.id)).toMatchObject({ kind: "claimed" });
});

test("late approval is planned anew within the windows, and the button names that time", async () => {
  const window = { windowDays: [1, 2, 3, 4, 5], windowStart: "09:00", windowEnd: "17:00", timeZone: "UTC" };
  await database.db.update(mailboxes).set(window).where(eq(mailboxes.id, world.mailbox.id));
  const { reply, reviewId } = await world.asked({ at: "2026-11-26T12:00:00Z" });
  world.clock.now = new Date("2026-11-26T18:30:00Z");
  const view = await getReview(world.as(world.manager), { id: reviewId });
  expect(view).toMatchObject({ approvedAt: "2026-11-27T09:00:00.000Z", isReplanned: true, mayDecide: true });
  const approved = await approveReview(world.as(world.manager), { reviewId, version: 1 });
  expect(approved).toMatchObject({ leavesAt: "2026-11-27T09:00:00.000Z", isReplanned: true });
  expect((await world.rowOf(reply.id)).dueAt).toEqual(new Date("2026-11-27T09:00:00Z"));
});

test("the author's own and what lies out of sight is nobody's to decide, an older version neither", async () => {
  const { reviewId } = await world.asked({ by: world.manager });
  expect(await approveReview(world.as(world.manager), { reviewId, version: 1 }).catch(refusal)).toBe("own_reply");
  expect(await approveReview(world.as(), { reviewId, version: 1 }).catch(refusal)).toBe("forbidden");
  expect(await approveReview(world.as(world.admin), { reviewId, version: 2 }).catch(refusal)).toBe("version_changed");
  const { workspaceId } = world;
  // The manager has answered the thread and so owns it.
  const another = await makeMember(database.db, { workspaceId, role: "manager" });
  const narrow = contextOf(another, database.db, () => world.clock.now, {
    scope: { mailboxIds: [], campaignIds: [] },
  });
  const colleagues = await world.asked();
  expect(await approveReview(narrow, { reviewId: colleagues.reviewId, version: 1 }).catch(refusal)).toBe("review");
  expect((await listReviews(narrow, { tab: "waiting" })).items).toEqual([]);
});

test("an admin who is alone approves their own", async () => {
  await database.db.update(members).set({ deactivatedAt: world.clock.now }).where(eq(members.id, world.manager.id));
  await world.send({ by: world.admin, wish: {} });
  const [item] = await world.waiting(world.admin);
  const approved = await approveReview(world.as(world.admin), { reviewId: item!.id, version: 1 });
  expect(approved.leavesAt).not.toBeNull();
});

test("two who decide at once: one does, the other is told", async () => {
  const { reviewId } = await world.asked();
  const outcomes = await Promise.all([
    approveReview(world.as(world.manager), { reviewId, version: 1 }).then(() => "done", refusal),
    returnReview(world.as(world.admin), { reviewId, version: 1, note: "No." }).then(() => "done", refusal),
  ]);
  expect(outcomes.toSorted()).toEqual(["already_decided", "done"]);
});

test("approval and taking back at once: the reply never leaves after it was taken back", async () => {
  const { reply, reviewId } = await world.asked();
  const [approved] = await Promise.all([
    approveReview(world.as(world.manager), { reviewId, version: 1 }).then(() => "done", refusal),
    undoReply(world.as(), { replyId: reply.id }),
  ]);
  expect(["done", "already_decided", "already_cancelled"]).toContain(approved);
  expect((await world.rowOf(reply.id)).status).toBe("cancelled");
  expect(await world.waiting()).toEqual([]);
});
