import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { approvalRules, mailboxes, members, messages, notifications, replies, reviews } from "@/lib/db/schema";
import type { ApprovalConditions } from "@/lib/domain/review";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { afterSend } from "@/lib/services/replies/after-send";
import { claimReply } from "@/lib/services/replies/claim-reply";
import type { ComposerExtras } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { undoReply } from "@/lib/services/replies/undo-reply";
import { rewriteReply } from "@/lib/services/schedule/rewrite-reply";
import { contextOf, makeMember, makeMessage, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { approveReview } from "./approve-review";
import { commentReview } from "./comment-review";
import { getReview } from "./get-review";
import { listReviews } from "./list-reviews";
import { returnedOfThread } from "./returned-of-thread";
import { returnReview } from "./return-review";
import { undoApproval } from "./undo-approval";

const database = testDatabase();
const NOW = new Date("2026-11-26T10:00:00Z");
let world: World;
let clock: Date;
beforeEach(async () => {
  world = await makeWorld(database.db);
  clock = NOW;
  // Clocks of the test stand still at a time of their own: what was written lies before it.
  const past = new Date("2026-11-26T08:00:00Z");
  await database.db.update(messages).set({ sentAt: past, firstSeenAt: past });
  await database.db.update(members).set({ createdAt: new Date("2026-01-05T08:00:00Z") });
});
const as = (member: MemberRow = world.member) => contextOf(member, database.db, () => clock);
const refusal = (error: AppError) => error.reason ?? error.code;
const rowOf = async (id: string) => (await database.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));

type Sent = { body?: string; at?: string; by?: MemberRow; api?: true; wish?: ComposerExtras["review"] } & Pick<
  ComposerExtras,
  "followUps"
> & { condition?: "if_no_reply" };
async function send({ body = "<p>The price is 980.</p>", at, by, api, wish, followUps, condition }: Sent = {}) {
  const draftId = newId();
  const extras: ComposerExtras = {
    draftId,
    ...(wish ? { review: wish } : {}),
    ...(followUps ? { followUps } : {}),
  };
  const { replyId } = await sendEmailThread(
    as(by),
    {
      campaignId: world.campaign.number,
      emailStatsId: world.messages.at(-1)!.statsId,
      emailBody: body,
      ...(at ? { scheduledTime: at } : {}),
      ...(condition ? { scheduleCondition: condition } : {}),
    },
    api ? undefined : extras,
    api ? undefined : afterSend(as(by), extras),
  );
  return rowOf(replyId);
}
async function rule(conditions: Partial<ApprovalConditions>) {
  const nothing = { newForDays: null, attachments: null, isOutsideHours: false };
  const lists = { campaignIds: [], firstReplyCategoryIds: [], words: [], memberIds: [] };
  await database.db
    .insert(approvalRules)
    .values({ workspaceId: world.workspaceId, name: "Prices", conditions: { ...nothing, ...lists, ...conditions } });
}
const waiting = async (by = world.manager) => (await listReviews(as(by), { tab: "waiting" })).items;
const told = async (member: MemberRow) =>
  (await database.db.select().from(notifications).where(eq(notifications.memberId, member.id))).map(({ kind }) => kind);
async function asked(sent: Sent = {}) {
  const reply = await send({ wish: {}, ...sent });
  const [review] = await database.db.select().from(reviews).where(eq(reviews.replyId, reply.id));
  return { reply, reviewId: review!.id };
}

test("a rule makes composer and API wait alike, tells who may decide, and no claim takes what waits", async () => {
  await rule({ words: ["price"] });
  for (const api of [undefined, true] as const) {
    const reply = await send(api ? { api } : {});
    expect(reply.status).toBe("awaiting_approval");
    later(120);
    expect(await claimReply(database.db, () => clock, reply.id)).toEqual({ kind: "idle" });
    expect(await sendReplyNow(as(), { replyId: reply.id }).catch(refusal)).toBe("awaiting_approval");
  }
  expect((await waiting()).map(({ causes }) => causes)).toMatchObject([
    [{ kind: "rule", name: "Prices", because: ["words:price"] }],
    [{ kind: "rule", name: "Prices", because: ["words:price"] }],
  ]);
  expect(await told(world.manager)).toEqual(["review_asked", "review_asked"]);
  expect((await send({ body: "<p>Thanks.</p>" })).status).not.toBe("awaiting_approval");
  expect((await send({ by: world.manager })).status).not.toBe("awaiting_approval");
});

test("hours, newness and first replies are judged by the author's clock and the thread's history", async () => {
  await database.db.update(members).set({ timeZone: "America/New_York" }).where(eq(members.id, world.member.id));
  await rule({ isOutsideHours: true });
  expect((await send()).status).toBe("awaiting_approval"); // 05:00 in New York
  expect((await send({ at: "2026-11-26T15:00:00Z" })).status).toBe("scheduled");
  await database.db.delete(approvalRules);
  await rule({ newForDays: 30 });
  expect((await send()).status).not.toBe("awaiting_approval");
  await database.db.update(members).set({ createdAt: new Date("2026-11-20T08:00:00Z") });
  expect((await send()).status).toBe("awaiting_approval");
});

test("a request goes to the named reviewer, who must be one", async () => {
  await send({ wish: { reviewerId: world.admin.id, note: "Is 980 fine?" } });
  expect([await told(world.admin), await told(world.manager)]).toEqual([["review_asked"], []]);
  const colleague = await makeMember(database.db, { workspaceId: world.workspaceId });
  expect(await send({ wish: { reviewerId: colleague.id } }).catch(refusal)).toBe("reviewer");
});

test("approval keeps a schedule, and is taken back as long as nothing has left", async () => {
  const { reply, reviewId } = await asked({ at: "2026-11-27T09:30:00Z" });
  const approved = await approveReview(as(world.manager), { reviewId, version: 1 });
  expect(approved).toMatchObject({ leavesAt: "2026-11-27T09:30:00.000Z", isReplanned: false });
  expect(await told(world.member)).toEqual(["review_approved"]);
  expect(await undoApproval(as(world.admin), { reviewId }).catch(refusal)).toBe("not_approved");
  await undoApproval(as(world.manager), { reviewId });
  expect(await rowOf(reply.id)).toMatchObject({ status: "awaiting_approval", scheduledAt: reply.scheduledAt });

  await approveReview(as(world.manager), { reviewId, version: 1 });
  clock = new Date("2026-11-27T09:30:01Z");
  await database.db.update(replies).set({ status: "sending" }).where(eq(replies.id, reply.id));
  expect(await undoApproval(as(world.manager), { reviewId }).catch(refusal)).toBe("already_sending");
});

test("what was to leave now leaves after the reviewer's own undo hold", async () => {
  await database.db.update(members).set({ undoSeconds: 20 }).where(eq(members.id, world.manager.id));
  const { reply, reviewId } = await asked();
  later(45);
  await approveReview(as(world.manager), { reviewId, version: 1 });
  const { status, dueAt } = await rowOf(reply.id);
  expect([status, dueAt.getTime() - clock.getTime()]).toEqual(["scheduled", 20_000]);
  later(1);
  expect(await claimReply(database.db, () => clock, reply.id)).toMatchObject({ kind: "claimed" });
});

test("late approval is planned anew within the windows, and the button names that time", async () => {
  const window = { windowDays: [1, 2, 3, 4, 5], windowStart: "09:00", windowEnd: "17:00", timeZone: "UTC" };
  await database.db.update(mailboxes).set(window).where(eq(mailboxes.id, world.mailbox.id));
  const { reply, reviewId } = await asked({ at: "2026-11-26T12:00:00Z" });
  clock = new Date("2026-11-26T18:30:00Z");
  const view = await getReview(as(world.manager), { id: reviewId });
  expect(view).toMatchObject({ approvedAt: "2026-11-27T09:00:00.000Z", isReplanned: true, mayDecide: true });
  const approved = await approveReview(as(world.manager), { reviewId, version: 1 });
  expect(approved).toMatchObject({ leavesAt: "2026-11-27T09:00:00.000Z", isReplanned: true });
  expect((await rowOf(reply.id)).dueAt).toEqual(new Date("2026-11-27T09:00:00Z"));
});

test("the author's own and what lies out of sight is nobody's to decide, an older version neither", async () => {
  const { reviewId } = await asked({ by: world.manager });
  expect(await approveReview(as(world.manager), { reviewId, version: 1 }).catch(refusal)).toBe("own_reply");
  expect(await approveReview(as(), { reviewId, version: 1 }).catch(refusal)).toBe("forbidden");
  expect(await approveReview(as(world.admin), { reviewId, version: 2 }).catch(refusal)).toBe("version_changed");
  const narrow = contextOf(world.manager, database.db, () => clock, { scope: { mailboxIds: [], campaignIds: [] } });
  const colleagues = await asked();
  expect(await approveReview(narrow, { reviewId: colleagues.reviewId, version: 1 }).catch(refusal)).toBe("review");
  expect((await listReviews(narrow, { tab: "waiting" })).items.map(({ author }) => author.id)).toEqual([
    world.manager.id,
  ]);
});

test("an admin who is alone approves their own", async () => {
  await database.db.update(members).set({ deactivatedAt: NOW }).where(eq(members.id, world.manager.id));
  await send({ by: world.admin, wish: {} });
  const [item] = await waiting(world.admin);
  const approved = await approveReview(as(world.admin), { reviewId: item!.id, version: 1 });
  expect(approved.leavesAt).not.toBeNull();
});

test("two who decide at once: one does, the other is told", async () => {
  const { reviewId } = await asked();
  const outcomes = await Promise.all([
    approveReview(as(world.manager), { reviewId, version: 1 }).then(() => "done", refusal),
    returnReview(as(world.admin), { reviewId, version: 1, note: "No." }).then(() => "done", refusal),
  ]);
  expect(outcomes.toSorted()).toEqual(["already_decided", "done"]);
});

test("approval and taking back at once: the reply never leaves after it was taken back", async () => {
  const { reply, reviewId } = await asked();
  const [approved] = await Promise.all([
    approveReview(as(world.manager), { reviewId, version: 1 }).then(() => "done", refusal),
    undoReply(as(), { replyId: reply.id }),
  ]);
  expect(["done", "already_decided", "already_cancelled"]).toContain(approved);
  expect((await rowOf(reply.id)).status).toBe("cancelled");
  expect(await waiting()).toEqual([]);
});

test("returned with a word about a passage, handed in again as the next version, approved with edits", async () => {
  const { reply, reviewId } = await asked();
  const passage = { quote: "price is 980", start: 4 };
  await commentReview(as(world.manager), { reviewId, version: 1, passage, text: "List price is 1,150." });
  await returnReview(as(world.manager), { reviewId, version: 1, note: "" });
  expect(await rowOf(reply.id)).toMatchObject({ status: "cancelled", reason: "undone" });
  expect((await findDraft(as(), { threadId: world.thread.id }))?.content.bodyHtml).toContain("price is 980");
  expect(await returnedOfThread(as(), { id: world.thread.id })).toMatchObject({
    by: "Mia Lund",
    comments: [{ passage, text: "List price is 1,150." }],
  });
  expect(await told(world.member)).toEqual(["review_commented", "review_returned"]);

  const second = await send({ body: "<p>It is 1,150 for all.</p>" });
  expect(second.status).toBe("awaiting_approval");
  await approveReview(as(world.manager), { reviewId, version: 2, edits: { bodyHtml: "<p>It is 1,100 for all.</p>" } });
  expect(await rowOf(second.id)).toMatchObject({ bodyHtml: "<p>It is 1,100 for all.</p>", status: "scheduled" });
  const { versions, state } = await getReview(as(), { id: reviewId });
  expect(versions.map(({ plain, writtenBy }) => [writtenBy.name, plain])).toEqual([
    ["Sam Reed", "The price is 980."],
    ["Sam Reed", "It is 1,150 for all."],
    ["Mia Lund", "It is 1,100 for all."],
  ]);
  expect(state).toBe("approved");
  const { today } = await listReviews(as(world.manager), { tab: "waiting" });
  expect(today).toMatchObject({ approved: 1, asWritten: 0 });
});

test("nothing is returned without a word", async () => {
  const { reviewId } = await asked();
  expect(await returnReview(as(world.manager), { reviewId, version: 1, note: "" }).catch(refusal)).toBe("invalid");
});

test("an answer that comes while it waits is shown, and stops what was to leave only without one", async () => {
  const { reply, reviewId } = await asked({ condition: "if_no_reply" });
  await makeMessage(
    database.db,
    { thread: world.thread, mailbox: world.mailbox },
    { sentAt: new Date("2026-11-26T10:05:00Z") },
    world.messages,
  );
  later(10);
  expect((await waiting())[0]).toMatchObject({ hasAnswered: true });
  expect(await approveReview(as(world.manager), { reviewId, version: 1 })).toMatchObject({ leavesAt: null });
  expect(await rowOf(reply.id)).toMatchObject({ status: "cancelled", reason: "lead_answered" });
});

const step = { bodyHtml: "<p>Any news?</p>", wait: { count: 2, unit: "days" as const, time: "09:00" } };

test("follow-ups come along with their reply, are looked at with it, and are taken back with it", async () => {
  await rule({ words: ["news"] });
  const { reply, reviewId } = {
    reply: await send({ followUps: { steps: [step] } }),
    reviewId: (await waiting())[0]!.id,
  };
  expect(reply.status).toBe("awaiting_approval");
  expect(await getReview(as(world.manager), { id: reviewId })).toMatchObject({ followUps: [{ text: "Any news?" }] });
  const [planned] = await database.db.select().from(replies).where(eq(replies.chainStep, 1));
  clock = new Date(planned!.dueAt.getTime() + 1000);
  expect(await claimReply(database.db, () => clock, planned!.id)).toMatchObject({ kind: "later" });
  await undoReply(as(), { replyId: reply.id });
  expect((await rowOf(planned!.id)).status).toBe("cancelled");
  expect(await waiting()).toEqual([]);
});

test("what was approved and is written anew by its author waits again", async () => {
  await rule({ words: ["price"] });
  const reply = await send({ at: "2026-11-27T09:30:00Z" });
  const reviewId = (await waiting())[0]!.id;
  await approveReview(as(world.manager), { reviewId, version: 1 });
  await rewriteReply(as(), { replyId: reply.id, bodyHtml: "<p>The price is 1.</p>" });
  expect((await rowOf(reply.id)).status).toBe("awaiting_approval");
  expect((await getReview(as(world.manager), { id: reviewId })).versions).toHaveLength(2);
  await rewriteReply(as(world.manager), { replyId: reply.id, bodyHtml: "<p>The price is 2.</p>" });
  expect((await getReview(as(world.manager), { id: reviewId })).versions.at(-1)).toMatchObject({
    number: 3,
    plain: "The price is 2.",
  });
});
