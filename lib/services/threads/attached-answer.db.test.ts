import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaignLeads, events, messages, notifications, threadReminders, threads } from "@/lib/db/schema";
import { previousOwners } from "@/lib/services/assignment/previous-owners";
import { planFollowUps } from "@/lib/services/follow-ups/plan-follow-ups";
import { PlanFollowUpsInput } from "@/lib/services/follow-ups/schemas";
import { fireDueReminders } from "@/lib/services/reminders/fire-reminder";
import { remindOfThreads } from "@/lib/services/reminders/remind-of-threads";
import { snoozeThreads } from "@/lib/services/reminders/snooze-threads";
import { listDueReminders } from "@/lib/services/reminders/list-due-reminders";
import { makeAssignmentWorld } from "@/lib/testing/assignment-world";
import { contextOf, makeLead, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { followUpWorld, step } from "@/lib/testing/follow-up-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { attachThread } from "./attach-thread";
import { detachThread } from "./detach-thread";

const test_ = useTestDatabase();
useFileFolder();
const { endOf, receive, setMailbox, statesOf, timesOf } = followUpWorld(() => test_.db);

/** All of it has been by now: the history bears the database's own time, and mail that came after that is mail since. */
const started = Date.now() - 10 * 86_400_000;
const inDays = (days: number) => new Date(started + days * 86_400_000);
const as = (world: World, at = inDays(0)) => contextOf(world.member, test_.db, () => at);
const plan = (world: World) =>
  planFollowUps(as(world), PlanFollowUpsInput.parse({ threadId: world.thread.id, steps: [step(3), step(7)] }));

async function makeWritten(): Promise<World> {
  const world = await makeWorld(test_.db);
  const before = { sentAt: inDays(-2), firstSeenAt: inDays(-2) };
  await test_.db.update(messages).set(before).where(eq(messages.threadId, world.thread.id));
  await setMailbox(world, { engine: "sandbox", timeZone: "UTC" });
  return world;
}

/** The lead's answer from an address that nobody knows. */
const answerPrivately = (world: World) =>
  receive(world, { from: "Ana <ana@private.test>", inReplyTo: "none@elsewhere.test" }, inDays(1));
const attach = (world: World, threadId: number, days: number) =>
  attachThread(as(world, inDays(days)), { threadId, leadId: world.lead.id });
const detach = (world: World, threadId: number, days: number) =>
  detachThread(as(world, inDays(days)), { threadId, leadId: world.lead.id });
const due = (world: World) => listDueReminders(as(world));

async function makeWaiting() {
  const world = await makeWritten();
  const { thread: snoozed } = await makeThread(test_.db, { ...world, messages: [{ direction: "out" }] });
  const threadIds = [world.thread.id];
  await remindOfThreads(as(world), { threadIds, until: inDays(4).toISOString(), condition: "if_no_reply", note: "" });
  await snoozeThreads(as(world), { threadIds: [snoozed.id], until: null, condition: "until_reply" });
  const reminder = async () =>
    (await test_.db.select().from(threadReminders).where(eq(threadReminders.threadId, world.thread.id)))[0]!;
  return { world, snoozed, reminder, stranger: (await answerPrivately(world)).threadId };
}

test("answers whoever waits for the lead: nobody is reminded of silence, and what was put off until then is back", async () => {
  const { world, snoozed, reminder, stranger } = await makeWaiting();

  await attach(world, stranger, 2);
  await fireDueReminders(test_.db, () => inDays(5));

  expect(await reminder()).toMatchObject({ closedReason: "answered", firedAt: null });
  expect(await due(world)).toMatchObject([{ threadId: snoozed.id, because: "answer" }]);
});

test("is no answer to what was wanted after it had come", async () => {
  const world = await makeWritten();
  const { threadId } = await answerPrivately(world);
  const until = inDays(4).toISOString();
  const wanted = { threadIds: [world.thread.id], until, condition: "if_no_reply" as const, note: "" };
  await remindOfThreads(as(world, inDays(1.5)), wanted);

  await attach(world, threadId, 2);
  await fireDueReminders(test_.db, () => inDays(5));

  expect(await due(world)).toMatchObject([{ threadId: world.thread.id, because: "time" }]);
});

test("lets all of that wait again when it is taken back", async () => {
  const { world, snoozed, reminder, stranger } = await makeWaiting();
  await attach(world, stranger, 2);

  await detach(world, stranger, 2.5);

  expect(await due(world)).toEqual([]);
  expect(await reminder()).toMatchObject({ closedAt: null, closedReason: null });
  await fireDueReminders(test_.db, () => inDays(5));
  expect(await due(world)).toMatchObject([{ threadId: world.thread.id, because: "time" }]);
  await receive(world, { inReplyTo: "none@elsewhere.test" }, inDays(6));
  expect((await due(world)).find(({ threadId }) => threadId === snoozed.id)).toMatchObject({ because: "answer" });
});

test("leaves answered what the lead has answered elsewhere since, when it is taken back", async () => {
  const { world, snoozed, reminder, stranger } = await makeWaiting();
  await attach(world, stranger, 2);
  await receive(world, {}, inDays(2.2));

  await detach(world, stranger, 2.5);

  expect(await reminder()).toMatchObject({ closedReason: "answered" });
  expect(await due(world)).toMatchObject([{ threadId: snoozed.id, because: "answer" }]);
});

test("stops follow-ups that wait for the lead; they go on at their times when it is taken back", async () => {
  const world = await makeWritten();
  const { chainId } = await plan(world);
  const before = await timesOf(chainId);
  const { threadId } = await answerPrivately(world);
  await attach(world, threadId, 2);
  expect(await endOf(chainId)).toBe("answered");
  expect(await statesOf(chainId)).toEqual(["cancelled lead_answered", "cancelled lead_answered"]);

  await detach(world, threadId, 2.5);

  expect(await endOf(chainId)).toBeNull();
  expect(await statesOf(chainId)).toEqual(["scheduled", "scheduled"]);
  expect(await timesOf(chainId)).toEqual(before);
  const [row] = await test_.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(row!.nextReplyAt?.toISOString().slice(0, 16)).toBe(before[0]);

  await attach(world, threadId, 3);
  await receive(world, {}, inDays(3.2));
  await detach(world, threadId, 3.5);
  expect(await endOf(chainId)).toBe("answered");
  expect(await statesOf(chainId)).toEqual(["cancelled lead_answered", "cancelled lead_answered"]);
});

test("goes to whom a rule gives it, who is told; taken back it is nobody's", async () => {
  const world = await makeAssignmentWorld(test_.db);
  const { workspaceId, mailbox, manager, lead, sam, rule, ownerOf } = world;
  await rule([sam]);
  const { thread } = await makeThread(test_.db, { workspaceId, mailbox });
  const told = () => test_.db.$count(notifications, eq(notifications.threadId, thread.id));
  const input = { threadId: thread.id, leadId: lead.id };

  await attachThread(contextOf(manager, test_.db), input);
  expect(await ownerOf(thread.id)).toBe(sam.id);
  expect(await told()).toBe(1);
  await detachThread(contextOf(manager, test_.db), input);

  expect(await ownerOf(thread.id)).toBeNull();
  expect(await told()).toBe(0);
  expect(await previousOwners(test_.db, { id: thread.id, leadId: null })).toEqual([]);
  const isAssigned = and(eq(events.threadId, thread.id), eq(events.kind, "thread.assigned"));
  expect(await test_.db.$count(events, isAssigned)).toBe(2);
});

test("takes a lead out of the campaign that it had joined by it, and out of none that it was or is in otherwise", async () => {
  const world = await makeWritten();
  const { workspaceId, mailbox } = world;
  const campaignsOf = (leadId: string) => test_.db.$count(campaignLeads, eq(campaignLeads.leadId, leadId));
  const lone = await makeLead(test_.db, { workspaceId });
  const [one, two] = [
    await makeThread(test_.db, { workspaceId, mailbox }),
    await makeThread(test_.db, { workspaceId, mailbox }),
  ];
  const turn = async (verb: typeof attachThread | typeof detachThread, { thread }: typeof one, leadId = lone.id) => {
    await verb(contextOf(world.member, test_.db), { threadId: thread.id, leadId });
    return campaignsOf(leadId);
  };
  expect([await turn(attachThread, one), await turn(detachThread, one)]).toEqual([1, 0]);
  expect([await turn(attachThread, one), await turn(attachThread, two), await turn(detachThread, one)]).toEqual([
    1, 1, 1,
  ]);
  const { id } = world.lead;
  expect([await turn(attachThread, one, id), await turn(detachThread, one, id)]).toEqual([1, 1]);
});
