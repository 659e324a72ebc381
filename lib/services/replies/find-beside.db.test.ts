import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { notifications, replies } from "@/lib/db/schema";
import { contextOf, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { getThread } from "../threads/get-thread";
import { cancelReply } from "./cancel-reply";
import { claimReply } from "./claim-reply";
import { rescheduleReply } from "./reschedule-reply";
import { sendEmailThread } from "./send-email-thread";
import { sendReplyAnyway } from "./send-reply-anyway";
import { sendReplyNow } from "./send-reply-now";
import { SendFromComposerInput, type ComposerExtras } from "./schemas";

const database = testDatabase();
let world: World;
let at: Date;

beforeEach(async () => {
  world = await makeWorld(database.db);
  at = new Date("2026-11-26T09:30:00Z");
});

const asOf = (member: MemberRow) => contextOf(member, database.db, () => at);
const minutesAgo = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
const pass = (minutes: number) => void (at = new Date(at.getTime() + minutes * 60_000));

/** Sends from a member's composer that was begun so many minutes ago. */
async function send(
  member: MemberRow,
  begun: number | null,
  { contract = {}, composer = {} }: { contract?: object; composer?: Partial<ComposerExtras> } = {},
) {
  const { campaign, messages, lead } = world;
  const input = SendFromComposerInput.parse({
    contract: {
      campaignId: campaign.number,
      emailStatsId: messages[0]!.statsId,
      emailBody: "<p>Tuesday suits us.</p>",
      toEmail: lead.email,
      ...contract,
    },
    composer: {
      draftId: randomUUID(),
      ...(begun === null ? {} : { begunAt: minutesAgo(begun).toISOString() }),
      ...composer,
    },
  });
  const { replyId, isHeldBeside = false } = await sendEmailThread(asOf(member), input.contract, input.composer);
  return { replyId, isHeldBeside };
}

/** The manager's reply in the world's thread, taken so many minutes ago. */
const theirs = (minutes: number, values: Parameters<typeof makeReply>[2] = {}) =>
  makeReply(database.db, world, { authorId: world.manager.id, acceptedAt: minutesAgo(minutes), ...values });

const rowOf = async (id: string) => (await database.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const claim = (id: string) => claimReply(database.db, () => at, id);

describe("when it is accepted", () => {
  test("a reply is held when a teammate's was taken after its author began, with both texts in the thread", async () => {
    const former = await theirs(2, { status: "sent", sentAt: minutesAgo(1), bodyHtml: "<p>Monday!</p>" });
    const { replyId, isHeldBeside } = await send(world.member, 5);

    expect(isHeldBeside).toBe(true);
    expect(await rowOf(replyId)).toMatchObject({ heldReason: "teammate", begunAt: minutesAgo(5) });
    const thread = await getThread(asOf(world.member), { threadId: world.thread.id });
    expect(thread.replies.find(({ id }) => id === replyId)).toMatchObject({
      bodyHtml: "<p>Tuesday suits us.</p>",
      beside: {
        replyId: former.id,
        author: { name: "Mia Lund" },
        bodyHtml: "<p>Monday!</p>",
        hasLeft: true,
        at: minutesAgo(1).toISOString(),
      },
    });
  });

  test.each(["awaiting_approval", "scheduled", "queued", "sending", "handed_over", "sent", "unknown"] as const)(
    "one of theirs that is %s holds it",
    async (status) => {
      await theirs(2, { status, dueAt: new Date("2026-11-27T09:00:00Z") });
      expect(await send(world.member, 5)).toMatchObject({ isHeldBeside: true });
    },
  );

  test.each([
    ["taken before its author began", 6, {}],
    ["cancelled", 2, { status: "cancelled" }],
    ["failed", 2, { status: "failed" }],
    ["the machine's", 2, { origin: "machine" }],
    ["a forward", 2, { kind: "forward" }],
    ["held itself", 2, { heldReason: "teammate" }],
  ] as const)("one of theirs that is %s holds nothing", async (_what, minutes, values) => {
    await theirs(minutes, values);
    expect(await send(world.member, 5)).toMatchObject({ isHeldBeside: false });
  });

  test("one's own former reply holds nothing, nor is a forward held, nor what says nothing of when it was begun", async () => {
    await makeReply(database.db, world, { acceptedAt: minutesAgo(2) });
    expect(await send(world.member, 5)).toMatchObject({ isHeldBeside: false });

    await theirs(2);
    const forward = { contract: { toEmail: "kim@partner.test" }, composer: { kind: "forward" as const } };
    expect(await send(world.member, 5, forward)).toMatchObject({ isHeldBeside: false });
    expect(await send(world.member, null)).toMatchObject({ isHeldBeside: false });
    expect(await send(world.member, -60)).toMatchObject({ isHeldBeside: false });
  });

  test("a program's reply holds a person's, and is never held itself", async () => {
    await theirs(2, { origin: "api", status: "sent", sentAt: minutesAgo(2) });
    expect(await send(world.member, 5)).toMatchObject({ isHeldBeside: true });

    const { campaign, messages } = world;
    const program = { campaignId: campaign.number, emailStatsId: messages[0]!.statsId, emailBody: "<p>Hello</p>" };
    const { replyId } = await sendEmailThread(asOf(world.admin), program);
    expect(await rowOf(replyId)).toMatchObject({ heldReason: null });
  });

  test("of two that are sent at exactly the same time exactly one is held, and the other leaves", async () => {
    const sent = await Promise.all([send(world.member, 5), send(world.manager, 5)]);

    expect(sent.map(({ isHeldBeside }) => isHeldBeside).toSorted((a, b) => Number(a) - Number(b))).toEqual([
      false,
      true,
    ]);
    pass(1);
    const free = sent.find(({ isHeldBeside }) => !isHeldBeside)!;
    const held = sent.find(({ isHeldBeside }) => isHeldBeside)!;
    expect(await claim(held.replyId)).toEqual({ kind: "idle" });
    expect(await claim(free.replyId)).toMatchObject({ kind: "claimed" });
    expect(await claim(held.replyId)).toEqual({ kind: "idle" });
  });

  test("a reply in its undo window holds; once it is taken back the next one is not held", async () => {
    const first = await send(world.manager, 5);
    expect(await rowOf(first.replyId)).toMatchObject({ status: "scheduled", heldReason: null });
    pass(0.05);
    expect(await send(world.member, 5)).toMatchObject({ isHeldBeside: true });

    await cancelReply(asOf(world.manager), { replyId: first.replyId });
    expect(await send(world.admin, 5)).toMatchObject({ isHeldBeside: false });
  });
});

describe("when it is to leave", () => {
  const scheduled = async () => {
    const at = new Date("2026-11-27T09:00:00Z").toISOString();
    return send(world.member, 5, { contract: { scheduledTime: at } });
  };

  test("a planned reply is held when a teammate has answered meanwhile, and its author is told by whom", async () => {
    const { replyId } = await scheduled();
    await theirs(-60, { status: "sent", sentAt: minutesAgo(-61) });
    pass(60 * 24);

    expect(await claim(replyId)).toEqual({ kind: "held", reason: "teammate" });
    expect(await claim(replyId)).toEqual({ kind: "idle" });
    const told = await database.db.select().from(notifications).where(eq(notifications.memberId, world.member.id));
    expect(told).toMatchObject([{ kind: "reply_held", byId: world.manager.id, subjectId: replyId }]);
  });

  test("what a teammate has only planned meanwhile holds nothing: they saw what was planned before", async () => {
    const { replyId } = await scheduled();
    await theirs(-60, { status: "scheduled", dueAt: new Date("2026-11-30T09:00:00Z") });
    pass(60 * 24);

    expect(await claim(replyId)).toMatchObject({ kind: "claimed" });
  });

  test("what a program sends within the undo window holds a reply; what a person sends knowingly does not", async () => {
    const first = await send(world.member, 5);
    await theirs(-0.05, { origin: "api", status: "sent", sentAt: minutesAgo(-0.05) });
    pass(1);
    expect(await claim(first.replyId)).toMatchObject({ kind: "held" });

    const other = await send(world.member, 0);
    await theirs(-0.05, { status: "sent", sentAt: minutesAgo(-0.05) });
    pass(1);
    expect(await claim(other.replyId)).toMatchObject({ kind: "claimed" });
  });
});

describe("what is held", () => {
  test("leaves when its author has read both, and only then", async () => {
    await theirs(2, { status: "sent", sentAt: minutesAgo(1) });
    const { replyId } = await send(world.member, 5);
    for (const member of [world.member, world.manager])
      await expect(sendReplyNow(asOf(member), { replyId })).rejects.toMatchObject({
        code: "conflict",
        reason: "held_beside",
      });
    expect(await rowOf(replyId)).toMatchObject({ heldReason: "teammate" });
    await expect(sendReplyAnyway(asOf(world.manager), { replyId })).rejects.toMatchObject({ reason: "not_author" });
    pass(1);
    expect(await claim(replyId)).toEqual({ kind: "idle" });

    await sendReplyAnyway(asOf(world.member), { replyId });
    expect(await rowOf(replyId)).toMatchObject({ status: "queued", heldReason: null, seenBesideAt: at });
    expect(await claim(replyId)).toMatchObject({ kind: "claimed" });
  });

  test("keeps its time when it has one ahead, and another time is no word about the teammate's", async () => {
    await theirs(2, { status: "sent", sentAt: minutesAgo(1) });
    const time = "2026-11-27T09:00:00.000Z";
    const { replyId } = await send(world.member, 5, { contract: { scheduledTime: time } });
    const later = "2026-11-28T09:00:00.000Z";
    await rescheduleReply(asOf(world.member), { replyId, scheduledTime: later, scheduledZone: "UTC" });
    expect(await rowOf(replyId)).toMatchObject({ heldReason: "teammate" });

    await sendReplyAnyway(asOf(world.member), { replyId });
    expect(await rowOf(replyId)).toMatchObject({ status: "scheduled", dueAt: new Date(later), heldReason: null });
  });

  test("can be dropped", async () => {
    await theirs(2);
    const { replyId } = await send(world.member, 5);
    await cancelReply(asOf(world.member), { replyId });

    expect(await rowOf(replyId)).toMatchObject({ status: "cancelled", heldReason: null });
  });
});
