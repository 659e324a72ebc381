import { eq, inArray, and, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns, replies, threads } from "@/lib/db/schema";
import { makeThread } from "@/lib/testing/factories";
import { followUpWorld, inDays, step, wait } from "@/lib/testing/follow-up-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { cancelReply } from "../replies/cancel-reply";
import { releaseHeldReplies } from "../replies/release-held-replies";
import { claimReply } from "../replies/claim-reply";
import { rescheduleReply } from "../replies/reschedule-reply";
import { sendReplyNow } from "../replies/send-reply-now";
import { settleReply } from "../replies/settle-reply";

const test_ = testDatabase();
const { as, endOf, makePlannable, plan, receive, setMailbox, statesOf, timesOf, work } = followUpWorld(() => test_.db);

test("what leaves later takes those behind it along, over a change of the clocks, and the last one ends the chain", async () => {
  const world = await makePlannable();
  await setMailbox(world, { windowDays: [4, 5], windowStart: "10:00", windowEnd: "16:00" });
  const { chainId, steps } = await plan(world, { steps: [step(1), step(6)] });
  const [first, second] = steps.map(({ replyId }) => replyId) as [string, string];
  expect(await timesOf(chainId)).toEqual(["2026-10-23T07:10", "2026-10-29T08:10"]);

  // A night at the mailbox's server: nothing of it leaves on Friday.
  await rescheduleReply(as(world), {
    replyId: first,
    scheduledTime: "2026-10-24T07:10:00Z",
    scheduledZone: "Asia/Tokyo",
  });
  expect(await timesOf(chainId)).toEqual(["2026-10-24T07:10", "2026-10-30T08:10"]);
  expect(await work(first, new Date("2026-10-24T07:10:00Z"))).toBe("2026-10-29T10:00");
  expect(await work(first, new Date("2026-10-29T10:00:00Z"))).toBe("sent");

  expect(await timesOf(chainId)).toEqual(["2026-10-24T07:10", "2026-11-04T08:10"]);
  expect(await endOf(chainId)).toBeNull();
  await setMailbox(world, { windowDays: null });
  expect(await work(second, new Date("2026-11-04T08:10:00Z"))).toBe("sent");
  expect(await endOf(chainId)).toBe("done");
});

test("a step that is moved by hand stays where it was put, and none comes before the one that it follows", async () => {
  const world = await makePlannable();
  const { chainId, steps } = await plan(world, { steps: [step(1), step(2), step(2)] });
  const move = (index: number, scheduledTime: string) =>
    rescheduleReply(as(world), { replyId: steps[index]!.replyId, scheduledTime, scheduledZone: "Europe/Berlin" });

  await expect(move(1, "2026-10-22T12:00:00Z")).rejects.toMatchObject({ reason: "before_former_step" });
  await move(1, "2026-10-28T12:00:00Z");
  expect(await timesOf(chainId)).toEqual(["2026-10-23T07:10", "2026-10-28T12:00", "2026-10-30T08:10"]);
  expect(await work(steps[0]!.replyId, new Date("2026-10-23T07:10:00Z"))).toBe("sent");

  expect(await timesOf(chainId)).toEqual(["2026-10-23T07:10", "2026-10-28T12:00", "2026-10-30T08:10"]);
  await cancelReply(as(world), { replyId: steps[1]!.replyId });
  expect(await statesOf(chainId)).toEqual(["sent", "cancelled by_person", "scheduled"]);
});

test("a step never comes before what it follows, however long that is held", async () => {
  const world = await makePlannable();
  const { chainId, steps } = await plan(world, { steps: [step(1), step(1), step(1)] });
  await test_.db.update(replies).set({ status: "failed" }).where(eq(replies.id, steps[0]!.replyId));

  expect(await work(steps[1]!.replyId, new Date("2026-10-24T07:10:00Z"))).toBe("2026-10-25T08:10");

  expect(await timesOf(chainId)).toEqual(["2026-10-23T07:10", "2026-10-25T08:10", "2026-10-26T08:10"]);
});

test("an absence that is told while the step before is being sent still moves what comes behind it", async () => {
  const world = await makePlannable();
  const { chainId, steps } = await plan(world, { steps: [step(1), step(2), step(2)] });
  const [replyId, due] = [steps[0]!.replyId, new Date("2026-10-23T07:10:00Z")];
  const claim = await claimReply(test_.db, () => due, replyId);
  const body = "I am out of the office and will be back on 31 October 2026.";
  await receive(world, { headers: ["Auto-Submitted: auto-replied"], body }, due);

  const result = { kind: "accepted" as const, response: "250 ok", outcomes: [] };
  const token = claim.kind === "claimed" ? claim.token : "";
  expect(await settleReply(test_.db, () => due, { replyId, token, result })).toBe("sent");

  expect(await timesOf(chainId)).toEqual(["2026-10-23T07:10", "2026-10-31T08:10", "2026-11-02T08:10"]);
});

test("what a standstill has made late leaves within its window on the day it was due, else a person is asked", async () => {
  const world = await makePlannable();
  await setMailbox(world, { windowDays: [1, 2, 3, 4, 5], windowStart: "07:00", windowEnd: "15:00" });
  const { chainId, steps } = await plan(world, { steps: [step(1), step(3)] });
  const [first, second] = steps.map(({ replyId }) => replyId) as [string, string];

  expect(await work(first, new Date("2026-10-23T14:00:00Z"))).toBe("sent");
  expect(await work(second, new Date("2026-10-26T15:30:00Z"))).toBe("held");
  expect(await statesOf(chainId)).toEqual(["sent", "queued late"]);
  expect(await work(second, new Date("2026-10-27T10:00:00Z"))).toBe("idle");
  const [row] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(row).toMatchObject({ troubleCount: 1, outboxHeldReason: "late" });

  // A person's word is enough, at any hour.
  const night = new Date("2026-10-27T23:00:00Z");
  await sendReplyNow(as(world, night), { replyId: second });
  expect(await work(second, night)).toBe("sent");
});

test("a campaign's window is meant on the lead's clock", async () => {
  const world = await makePlannable({ timeZone: "America/New_York" });
  const window = { windowDays: [1, 2, 3, 4, 5], windowStart: "10:00", windowEnd: "12:00" };
  await test_.db.update(campaigns).set(window).where(eq(campaigns.id, world.campaign.id));
  const { steps } = await plan(world, { steps: [step(1)] });

  // Ten past nine in New York is before it opens.
  expect(await work(steps[0]!.replyId, new Date("2026-10-23T13:10:00Z"))).toBe("2026-10-23T14:00");
  expect(await work(steps[0]!.replyId, new Date("2026-10-23T14:00:00Z"))).toBe("sent");
});

test("where the windows of mailbox and campaign have no hour in common a person is asked", async () => {
  const world = await makePlannable({ timeZone: "America/Los_Angeles" });
  const window = { windowDays: [1, 2, 3, 4, 5], windowStart: "09:00", windowEnd: "17:00" };
  await test_.db.update(campaigns).set(window).where(eq(campaigns.id, world.campaign.id));
  await setMailbox(world, { ...window, windowEnd: "16:00", timeZone: "Europe/Berlin" });
  const { chainId, steps } = await plan(world, { steps: [step(1)] });

  expect(await work(steps[0]!.replyId, new Date("2026-10-23T17:00:00Z"))).toBe("held");
  expect(await statesOf(chainId)).toEqual(["queued late"]);
});

test("of a step that the cap has put off, a change of the mailbox makes no late one", async () => {
  const world = await makePlannable();
  await setMailbox(world, { dailyCap: 1 });
  const others = await makeThread(test_.db, { ...world, messages: [{ direction: "out" }] });
  const first = await plan(world, { steps: [step(1)] });
  const second = await plan({ ...world, thread: others.thread }, { steps: [step(1)] });
  const replyId = second.steps[0]!.replyId;
  const friday = new Date("2026-10-23T08:00:00Z");
  expect(await work(first.steps[0]!.replyId, friday)).toBe("sent");
  const monday = await work(replyId, friday);

  await test_.db.transaction((tx) => releaseHeldReplies(tx, world.mailbox.id));

  expect(await work(replyId, new Date(`${monday}:00Z`))).toBe("sent");
});

test("nothing leaves on a public holiday of the lead's country", async () => {
  const world = await makePlannable({ country: "DE" });
  const { steps } = await plan(world, { steps: [{ ...step(1), wait: wait(64) }] });

  // Christmas and the day after, then a weekend.
  expect(await work(steps[0]!.replyId, new Date("2026-12-25T08:10:00Z"))).toBe("2026-12-28T08:10");
});

test("a burst after a standstill is spread over gap and cap", async () => {
  const world = await makePlannable();
  await setMailbox(world, { dailyCap: 3, minimumGap: 600 });
  const planned: string[] = [];
  for (let count = 0; count < 5; count++) {
    const { thread } = await makeThread(test_.db, { ...world, messages: [{ direction: "out" }] });
    planned.push((await plan({ ...world, thread }, { steps: [step(1)] })).steps[0]!.replyId);
  }

  const left: string[] = [];
  for (let at = new Date("2026-10-23T11:00:00Z"); at < inDays(9); at = await nextTry(planned)) {
    for (const replyId of planned) if ((await work(replyId, at)) === "sent") left.push(at.toISOString().slice(0, 16));
  }

  expect(left).toEqual([
    "2026-10-23T11:00",
    "2026-10-23T11:10",
    "2026-10-23T11:20",
    "2026-10-26T01:00",
    "2026-10-26T01:10",
  ]);
});

/** When the worker's sweep would look again. */
async function nextTry(replyIds: string[]): Promise<Date> {
  const isLeft = and(inArray(replies.id, replyIds), ne(replies.status, "sent"));
  const left = await test_.db.select().from(replies).where(isLeft);
  return new Date(Math.min(...left.map(({ nextAttemptAt, dueAt }) => (nextAttemptAt ?? dueAt).getTime())));
}
