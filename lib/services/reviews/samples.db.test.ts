import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { notifications } from "@/lib/db/schema";
import { contextOf, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { commentReview } from "./comment-review";
import { getReview } from "./get-review";
import { listReviews } from "./list-reviews";
import { pickSamples } from "./pick-samples";
import { sampleReply } from "./sample-reply";
import { settleSample } from "./settle-sample";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const NOTHING = { mailboxIds: [], campaignIds: [] };
const as = (member: MemberRow = world.member) => contextOf(member, database.db);
const refusal = (error: AppError) => error.reason ?? error.code;
const sent = (authorId = world.member.id, index = 0) =>
  makeReply(database.db, world, {
    status: "sent",
    authorId,
    sentAt: new Date(),
    sentMessageId: world.messages[index]!.id,
  });
const samples = async (by: MemberRow) => (await listReviews(as(by), { tab: "samples" })).items.map(({ id }) => id);

test("a sample is between the two: its author hears with the first word, nobody else ever", async () => {
  await sent();
  const { reviewId } = await sampleReply(as(world.manager), { messageId: world.messages[0]!.id });
  expect(await sampleReply(as(world.manager), { messageId: world.messages[0]!.id })).toEqual({ reviewId });
  expect([await samples(world.manager), await samples(world.member)]).toEqual([[reviewId], []]);

  await commentReview(as(world.manager), { reviewId, text: "Name a number." });
  const heard = await database.db.select().from(notifications).where(eq(notifications.workspaceId, world.workspaceId));
  expect(heard.map(({ kind, memberId }) => [kind, memberId])).toEqual([["coached", world.member.id]]);
  expect(await samples(world.member)).toEqual([reviewId]);
  await commentReview(as(), { reviewId, text: "I will." });

  expect(await samples(world.admin)).toEqual([]);
  expect(await getReview(as(world.admin), { id: reviewId }).catch(refusal)).toBe("review");
  expect(await commentReview(as(world.admin), { reviewId, text: "?" }).catch(refusal)).toBe("review");
  expect((await getReview(as(), { id: reviewId })).comments.map(({ text }) => text)).toEqual([
    "Name a number.",
    "I will.",
  ]);

  await settleSample(as(), { reviewId });
  expect(await samples(world.manager)).toEqual([]);
});

test("samples are picked of others, of whom and of what is asked, and once", async () => {
  await sent();
  await sent(world.manager.id, 1);
  expect(await pickSamples(as(world.manager), { count: 5, memberId: world.admin.id })).toEqual({ reviewIds: [] });
  expect((await pickSamples(as(world.manager), { count: 5, campaign: world.campaign.number })).reviewIds).toHaveLength(
    1,
  );
  expect(await pickSamples(as(world.manager), { count: 5 })).toEqual({ reviewIds: [] });
  expect(await pickSamples(as(), { count: 5 }).catch(refusal)).toBe("forbidden");
  expect(await sampleReply(as(world.manager), { messageId: world.messages[1]!.id }).catch(refusal)).toBe("own_reply");
});

test("of what lies out of sight nothing is picked, and it is answered of as of what does not exist", async () => {
  await sent();
  const narrow = { ...as(world.manager), actor: { ...as(world.manager).actor, scope: NOTHING } };
  expect(await pickSamples(narrow, { count: 5 })).toEqual({ reviewIds: [] });
  for (const messageId of [world.messages[0]!.id, newId()])
    expect(await sampleReply(narrow, { messageId }).catch(refusal)).toBe("reply");
  expect((await pickSamples(as(world.manager), { count: 5 })).reviewIds).toHaveLength(1);
});
