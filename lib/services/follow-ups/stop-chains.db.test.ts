import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, replies, reviews, threads } from "@/lib/db/schema";
import { contextOf, makeThread, type World } from "@/lib/testing/factories";
import { followUpWorld, inDays, step } from "@/lib/testing/follow-up-world";
import { makeCategories } from "@/lib/testing/make-categories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addBlock } from "../blocks/add-block";
import { mergeThreads } from "../messages/merge-threads";
import { unsubscribeLead } from "../smartlead/unsubscribe-lead";
import { listTimeline } from "../threads/list-timeline";
import { UndoTriageInput } from "../threads/schemas";
import { triageThreads } from "../threads/triage-threads";
import { undoTriage } from "../threads/undo-triage";
import { stopFollowUps } from "./stop-follow-ups";

const test_ = testDatabase();
const { as, endOf, makePlannable, plan, receive, statesOf, timesOf, work } = followUpWorld(() => test_.db);

test.each<[string, (world: World) => Promise<unknown>, string]>([
  ["an answer", (world) => receive(world, {}, inDays(1)), "answered lead_answered"],
  [
    "an answer in another thread of the lead, from another address",
    async (world) => {
      const other = await makeThread(test_.db, { ...world, messages: [{ direction: "out" }] });
      const mail = { from: "Ana Berg <ana@private.test>", inReplyTo: other.messages[0]!.messageId };
      return receive(world, mail, inDays(1));
    },
    "answered lead_answered",
  ],
  [
    "a permanent bounce",
    (world) => receive(world, { from: "mailer-daemon@lead.test", ...bounceOf(world) }, inDays(1)),
    "bounced lead_bounced",
  ],
  [
    "the lead's wish not to be written to",
    (world) => unsubscribeLead(as(world), { threadId: world.thread.id }),
    "unsubscribed lead_unsubscribed",
  ],
  [
    "the lead's company on the block list",
    (world) => addBlock(contextOf(world.admin, test_.db), { value: world.lead.email.split("@")[1]! }),
    "unsubscribed lead_unsubscribed",
  ],
])("%s stops what is still to leave, in the transaction that learns of it", async (_what, happens, expected) => {
  const world = await makePlannable();
  const { chainId } = await plan(world);

  await happens(world);

  const [end, reason] = expected.split(" ");
  expect(await endOf(chainId)).toBe(end);
  expect(await statesOf(chainId)).toEqual([`cancelled ${reason}`, `cancelled ${reason}`]);
  const [row] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(row!.nextReplyAt).toBeNull();
});

function bounceOf(world: World) {
  const { messageId } = world.messages[0]!;
  return {
    subject: "Undelivered Mail Returned to Sender",
    headers: ['Content-Type: multipart/report; report-type=delivery-status; boundary="b"', "MIME-Version: 1.0"],
    body: [
      "--b",
      "Content-Type: text/plain",
      "",
      "The address does not exist.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.lead.test",
      "",
      `Final-Recipient: rfc822; ${world.lead.email}`,
      "Action: failed",
      "Status: 5.1.1",
      "",
      "--b",
      "Content-Type: message/rfc822",
      "",
      `Message-ID: <${messageId}>`,
      `To: ${world.lead.email}`,
      "Subject: A question about Acme",
      "",
      "--b--",
    ].join("\r\n"),
  };
}

test("a colleague in copy stops it as well, a stranger and a machine do not", async () => {
  const world = await makePlannable();
  const copied = {
    to: [{ name: "", address: world.lead.email }],
    cc: [{ name: "Ben", address: "Ben@elsewhere.test" }],
  };
  const thread = await makeThread(test_.db, { ...world, messages: [{ direction: "out", ...copied }] });
  const { chainId } = await plan({ ...world, thread: thread.thread });
  const writes = (from: string, headers: string[] = []) =>
    receive(world, { from, inReplyTo: "none@elsewhere.test", headers }, inDays(1));

  await writes("carl@strangers.test");
  await writes("ben@elsewhere.test", ["Auto-Submitted: auto-replied"]);
  expect(await endOf(chainId)).toBeNull();
  await writes("ben@elsewhere.test");

  expect(await endOf(chainId)).toBe("answered");
});

test("a category that was chosen stops it, whoever gives it, and another does not", async () => {
  const world = await makePlannable();
  const { interested, ooo } = await makeCategories(test_.db, world.workspaceId);
  const { chainId } = await plan(world, { stopCategoryIds: [interested] });
  const give = (categoryId: string) =>
    triageThreads(as(world), { threadIds: [world.thread.id], change: { kind: "category", categoryId } });

  await give(ooo);
  expect(await endOf(chainId)).toBeNull();
  await give(interested);

  expect(await endOf(chainId)).toBe("category");
  expect(await statesOf(chainId)).toEqual(["cancelled category", "cancelled category"]);
});

const categorise = (world: World, categoryId: string) =>
  triageThreads(as(world, inDays(1)), { threadIds: [world.thread.id], change: { kind: "category", categoryId } });
const takeBack = (world: World, { kind, changed }: Awaited<ReturnType<typeof categorise>>, at: Date) =>
  undoTriage(as(world, at), UndoTriageInput.parse({ kind, items: changed }));

test("a category that is taken back brings back what it stopped, at its times, and a step that has become due is judged", async () => {
  const world = await makePlannable();
  const { interested } = await makeCategories(test_.db, world.workspaceId);
  const { chainId, steps } = await plan(world, { stopCategoryIds: [interested] });
  await test_.db.update(replies).set({ status: "awaiting_approval" }).where(eq(replies.id, steps[1]!.replyId));
  const { workspaceId, thread, member } = world;
  const look = { workspaceId, threadId: thread.id, authorId: member.id, askedAt: inDays(0), waitingSince: inDays(0) };
  await test_.db.insert(reviews).values({ ...look, kind: "approval", state: "waiting", replyId: steps[1]!.replyId });
  const before = await timesOf(chainId);

  const given = await categorise(world, interested);
  await takeBack(world, given, inDays(2));

  expect(await endOf(chainId)).toBeNull();
  expect(await statesOf(chainId)).toEqual(["scheduled", "awaiting_approval"]);
  const looks = await test_.db.select().from(reviews).where(eq(reviews.replyId, steps[1]!.replyId));
  expect(looks).toMatchObject([{ state: "waiting", decidedAt: null }]);
  expect(await timesOf(chainId)).toEqual(before);
  const [row] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(row!.nextReplyAt?.toISOString().slice(0, 16)).toBe(before[0]);

  await takeBack(world, await categorise(world, interested), inDays(5));
  expect(await work(steps[0]!.replyId, inDays(5))).toBe("held");
  expect(await statesOf(chainId)).toEqual(["queued late", "awaiting_approval"]);
});

test("what a person stopped, or what was answered or planned anew since, does not come back with the category", async () => {
  const world = await makePlannable();
  const { interested } = await makeCategories(test_.db, world.workspaceId);
  const stopped = await plan(world, { stopCategoryIds: [interested] });
  await stopFollowUps(as(world), { chainId: stopped.chainId });
  const answered = await plan(world, { stopCategoryIds: [interested] });
  const given = await categorise(world, interested);
  await receive(world, {}, inDays(1.5));
  await takeBack(world, given, inDays(2));
  expect([await endOf(stopped.chainId), await endOf(answered.chainId)]).toEqual(["by_person", "answered"]);
  expect(await statesOf(answered.chainId)).toEqual(["cancelled lead_answered", "cancelled lead_answered"]);

  const other = await makePlannable();
  const { interested: chosen } = await makeCategories(test_.db, other.workspaceId);
  const former = await plan(other, { stopCategoryIds: [chosen] });
  const again = await categorise(other, chosen);
  const newest = await plan(other);
  await takeBack(other, again, inDays(2));
  expect([await endOf(former.chainId), await endOf(newest.chainId)]).toEqual(["category", null]);
});

const away = (world: World) =>
  receive(
    world,
    {
      subject: "Automatic reply: A question about Acme",
      headers: ["Auto-Submitted: auto-replied"],
      body: "I am out of the office and will be back on 31 October 2026.",
    },
    inDays(1),
  );

test.each([
  ["move", null, ["2026-11-02T08:10", "2026-11-09T08:10"]],
  ["stop", "away", ["2026-10-27T08:10", "2026-11-03T08:10"]],
  ["keep", null, ["2026-10-27T08:10", "2026-11-03T08:10"]],
] as const)("an absence with a day of return: %s", async (awayRule, end, times) => {
  const world = await makePlannable();
  const { chainId } = await plan(world, { awayRule, steps: [step(3, "business_days"), step(7)] });

  await away(world);
  await away(world);

  expect(await endOf(chainId)).toBe(end);
  expect(await timesOf(chainId)).toEqual(times);
  const told = await test_.db
    .select()
    .from(events)
    .where(and(eq(events.subjectId, chainId), eq(events.kind, "follow_ups.moved")));
  const { entries } = await listTimeline(as(world), { threadId: world.thread.id });
  expect(entries.filter(({ kind }) => kind === "follow_ups_moved")).toHaveLength(told.length);
  expect(told.map(({ data }) => data)).toEqual(awayRule === "move" ? [{ returnDate: "2026-10-31", steps: 2 }] : []);
});

test("of two plans whose threads become one the newest goes on", async () => {
  const world = await makePlannable();
  const other = await makeThread(test_.db, { ...world, messages: [{ direction: "out" }] });
  const former = await plan({ ...world, thread: other.thread });
  const newest = await plan(world);
  const merge = { workspaceId: world.workspaceId, survivor: world.thread.id, others: [other.thread.id], contact: null };

  await test_.db.transaction((tx) => mergeThreads(tx, merge));

  expect([await endOf(former.chainId), await endOf(newest.chainId)]).toEqual(["by_person", null]);
  expect(await statesOf(former.chainId)).toEqual(["cancelled by_person", "cancelled by_person"]);
});
