import { and, asc, eq, isNotNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, followUpChains, replies, reviews } from "@/lib/db/schema";
import { planFollowUps } from "@/lib/services/follow-ups/plan-follow-ups";
import { makeReviewWorld } from "@/lib/testing/review-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { disableMailbox } from "./disable-mailbox";

const database = testDatabase();
let world: Awaited<ReturnType<typeof makeReviewWorld>>;
beforeEach(async () => {
  world = await makeReviewWorld(database.db);
});

const step = { bodyHtml: "<p>Any news?</p>", wait: { count: 2, unit: "days" as const, time: "09:00" } };
const leave = () => disableMailbox(world.as(world.admin), { mailboxId: world.mailbox.id, pending: "cancel" });
const cancellations = (id: string) =>
  database.db.$count(events, and(eq(events.subjectId, id), eq(events.kind, "reply.cancelled")));
const planned = () =>
  database.db
    .select()
    .from(replies)
    .where(and(eq(replies.workspaceId, world.workspaceId), isNotNull(replies.chainStep)))
    .orderBy(asc(replies.chainStep));

test("follow-ups whose mailbox goes are cancelled at once, and nobody is asked to look at the rest of them", async () => {
  await world.rule({ words: ["news"] });
  await planFollowUps(world.as(), { threadId: world.thread.id, steps: [step, step, step] });
  expect((await planned()).map(({ status }) => status)).toEqual(["awaiting_approval", "scheduled", "scheduled"]);

  expect(await leave()).toMatchObject({ cancelled: 3 });

  const steps = await planned();
  expect(steps.map(({ status }) => status)).toEqual(["cancelled", "cancelled", "cancelled"]);
  expect(await world.told(world.manager)).toEqual(["review_asked"]);
  const ofWorkspace = eq(reviews.workspaceId, world.workspaceId);
  expect(await database.db.select().from(reviews).where(ofWorkspace)).toMatchObject([
    { replyId: steps[0]!.id, state: "withdrawn" },
  ]);
  const isIt = eq(followUpChains.id, steps[0]!.chainId!);
  expect(await database.db.select().from(followUpChains).where(isIt)).toMatchObject([{ endedReason: "by_person" }]);
});

test("a reply and the follow-ups that came along with it are cancelled once each", async () => {
  const reply = await world.send({ followUps: { steps: [step, step] } });
  await leave();
  for (const { id } of [reply, ...(await planned())]) expect(await cancellations(id)).toBe(1);
});
