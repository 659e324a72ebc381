import { eq } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { approvalRules, members, messages, notifications, replies, reviews } from "@/lib/db/schema";
import type { ApprovalConditions } from "@/lib/domain/review";
import { afterSend } from "@/lib/services/replies/after-send";
import type { ComposerExtras } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { listReviews } from "@/lib/services/reviews/list-reviews";
import { contextOf, makeWorld, type MemberRow } from "./factories";

type Sent = {
  body?: string;
  at?: string;
  by?: MemberRow;
  api?: true;
  wish?: ComposerExtras["review"];
  condition?: "if_no_reply";
  /** A forward goes to a third. */
  kind?: "forward";
} & Pick<ComposerExtras, "followUps">;

/**
 * A world whose clock stands at 26 November 2026, 10:00 UTC, until it is moved: what was written lies before it, and nobody is new.
 */
export async function makeReviewWorld(db: Database) {
  const world = await makeWorld(db);
  const past = new Date("2026-11-26T08:00:00Z");
  await db.update(messages).set({ sentAt: past, firstSeenAt: past });
  await db.update(members).set({ createdAt: new Date("2026-01-05T08:00:00Z") });
  const clock = { now: new Date("2026-11-26T10:00:00Z") };
  const as = (member: MemberRow = world.member) => contextOf(member, db, () => clock.now);
  const rowOf = async (id: string) => (await db.select().from(replies).where(eq(replies.id, id)))[0]!;

  async function send({ body = "<p>The price is 980.</p>", at, by, api, wish, followUps, condition, kind }: Sent = {}) {
    const extras: ComposerExtras = {
      draftId: newId(),
      ...(wish ? { review: wish } : {}),
      ...(followUps ? { followUps } : {}),
      ...(kind ? { kind } : {}),
    };
    const contract = {
      campaignId: world.campaign.number,
      emailStatsId: world.messages.at(-1)!.statsId,
      emailBody: body,
      ...(at ? { scheduledTime: at } : {}),
      ...(condition ? { scheduleCondition: condition } : {}),
      ...(kind ? { toEmail: "boss@acme.test" } : {}),
    };
    const { replyId } = api
      ? await sendEmailThread(as(by), contract)
      : await sendEmailThread(as(by), contract, extras, afterSend(as(by), extras));
    return rowOf(replyId);
  }

  async function rule(conditions: Partial<ApprovalConditions>) {
    const nothing = { newForDays: null, attachments: null, isOutsideHours: false };
    const lists = { campaignIds: [], firstReplyCategoryIds: [], words: [], memberIds: [] };
    const row = { workspaceId: world.workspaceId, name: "Prices", conditions: { ...nothing, ...lists, ...conditions } };
    await db.insert(approvalRules).values(row);
  }

  /** A reply that somebody was asked to look at. */
  async function asked(sent: Sent = {}) {
    const reply = await send({ wish: {}, ...sent });
    const [review] = await db.select().from(reviews).where(eq(reviews.replyId, reply.id));
    return { reply, reviewId: review!.id };
  }

  return {
    ...world,
    clock,
    later: (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000)),
    as,
    rowOf,
    send,
    rule,
    asked,
    waiting: async (by = world.manager) => (await listReviews(as(by), { tab: "waiting" })).items,
    told: async ({ id }: MemberRow) =>
      (await db.select().from(notifications).where(eq(notifications.memberId, id))).map(({ kind }) => kind),
  };
}
