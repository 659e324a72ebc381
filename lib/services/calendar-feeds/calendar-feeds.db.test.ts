import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { calendarFeeds, members, replies, tasks, threadReminders, threads } from "@/lib/db/schema";
import type { Invitation } from "@/lib/domain/invitation";
import { contextOf, makeMessage, makeThread, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { eventsOf, feedReader } from "@/lib/testing/feed-reader";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { findCalendarFeed } from "./find-calendar-feed";
import { makeCalendarFeed } from "./make-calendar-feed";
import { FEED_READS, WRONG_READS } from "./read-feed";
import { revokeCalendarFeed } from "./revoke-calendar-feed";

process.env.SANDBOX = "off";

const test_ = testDatabase();
const NOW = new Date("2026-10-20T10:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const as = (member: MemberRow = world.member) => contextOf(member, test_.db, () => NOW);
const { read, feedOf } = feedReader(() => test_, NOW);

const MEETING: Invitation = {
  method: "request",
  uid: "talk@lead.test",
  title: "Prices, and\nmore",
  location: "",
  description: "Secret words",
  start: "2026-10-26T13:30:00.000Z",
  end: "2026-10-26T14:00:00.000Z",
  isAllDay: false,
  zone: "Europe/Berlin",
  organiser: { name: "Ana", address: "ana@lead.test" },
  attendees: [],
  repeats: null,
};

/** One of each kind, on both sides of the change of clocks of 25 October. */
async function plan({ member, mailbox, thread, messages, workspaceId }: World) {
  await test_.db.update(threads).set({ assigneeId: member.id }).where(eq(threads.id, thread.id));
  const at = (time: string) => new Date(time);
  const times = (time: string) => ({ status: "scheduled" as const, scheduledAt: at(time), dueAt: at(time) });
  const plain = await makeReply(test_.db, world, {
    ...times("2026-10-24T07:00:00Z"),
    acceptedAt: at("2026-10-19T00:00:00Z"),
  });
  const followUp = await makeReply(test_.db, world, {
    ...times("2026-10-26T08:00:00Z"),
    scheduleCondition: "if_no_reply",
  });
  const remind = { workspaceId, threadId: thread.id, memberId: member.id, condition: "always" as const };
  const [snooze] = await test_.db
    .insert(threadReminders)
    .values({ ...remind, kind: "snooze", remindAt: at("2026-10-27T08:00:00Z"), createdAt: at("2026-10-18T00:00:00Z") })
    .returning();
  const where = { thread, mailbox };
  await makeMessage(
    test_.db,
    where,
    { returnDate: "2026-11-02", isAutomatic: true, sentAt: at("2026-10-19T00:00:00Z") },
    messages,
  );
  const invited = { name: "", address: mailbox.address, answer: "waiting" as const };
  await makeMessage(test_.db, where, {
    invitation: { ...MEETING, attendees: [invited] },
    sentAt: at("2026-10-19T01:00:00Z"),
  });
  return { plain, followUp, snooze: snooze!, invited };
}

async function dueTask(dueOn: string) {
  const { workspaceId, thread, member } = world;
  const whose = { workspaceId, threadId: thread.id, assigneeId: member.id, createdById: member.id };
  const [task] = await test_.db
    .insert(tasks)
    .values([
      { ...whose, title: "Call them", dueOn },
      { ...whose, title: "Done already", dueOn, doneAt: new Date() },
      { ...whose, title: "Somebody else's", dueOn, assigneeId: world.manager.id },
    ])
    .returning();
  return task!;
}

test("a member's calendar has what is planned, read by another program's parser: times right over the change of clocks", async () => {
  const { plain, followUp, snooze, invited } = await plan(world);
  const { thread, mailbox, lead } = world;
  const task = await dueTask("2026-10-28");
  const entries = await feedOf(world.member);
  const summary = (kind: string, subject = thread.subject) => `${kind}: Ana Berg, ; ${subject}`;
  const url = `https://threadwell.test/inbox/${thread.id}`;

  expect(lead.firstName).toBe("Ana");
  expect(await entries()).toMatchObject([
    { uid: `reply-${plain.id}@threadwell`, summary: summary("reply"), start: "2026-10-24T07:00:00.000Z", url },
    { uid: `reply-${followUp.id}@threadwell`, summary: summary("follow_up"), start: "2026-10-26T08:00:00.000Z" },
    { uid: `reminder-${snooze.id}@threadwell`, summary: summary("snooze"), start: "2026-10-27T08:00:00.000Z" },
    {
      uid: `task-${task.id}@threadwell`,
      summary: summary("task", "Call them"),
      start: "2026-10-28",
      end: "2026-10-29",
    },
    { uid: `return-${thread.id}@threadwell`, summary: summary("return"), start: "2026-11-02", end: "2026-11-03" },
  ]);

  const answer: Invitation = { ...MEETING, method: "reply", attendees: [{ ...invited, answer: "accepted" }] };
  await makeMessage(test_.db, { thread, mailbox }, { direction: "out", invitation: answer });
  const meeting = (await entries()).find(({ uid }) => uid.startsWith("meeting-"));
  expect(meeting).toMatchObject({ start: MEETING.start, end: MEETING.end, summary: summary("meeting", MEETING.title) });
});

test("the text is folded, escaped and of nothing that was written in mail, and the same as long as nothing changes", async () => {
  await plan(world);
  const long = "Grüße; from, the\\ team 🎈".repeat(9);
  await test_.db
    .update(threads)
    .set({ subject: `${long}\r\nX-EVIL:1` })
    .where(eq(threads.id, world.thread.id));
  const { secret } = await makeCalendarFeed(as());

  const first = await read(secret);
  const again = await read(secret, { at: new Date(NOW.getTime() + 60_000) });
  const lines = first!.text.split("\r\n");
  expect(again).toEqual(first);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /^X-EVIL|\n/u.test(line))).toEqual([]);
  expect(eventsOf(first!.text)[0]!.summary).toContain(long);
  expect(first!.text).not.toMatch(/Secret|Thanks for your interest|tell me more/u);
  expect(lines).toContain("X-WR-TIMEZONE:UTC");
});

test("what is moved keeps its name and says when it was changed; what is cancelled or done is gone", async () => {
  const { plain } = await plan(world);
  const entries = await feedOf(world.member);
  const [before] = await entries();
  const moved = new Date("2026-10-23T07:00:00Z");
  await test_.db.update(replies).set({ dueAt: moved, scheduledAt: moved }).where(eq(replies.id, plain.id));
  await test_.db.execute(sql`insert into events (id, workspace_id, kind, thread_id, subject_id, at)
    values (${newId()}, ${world.workspaceId}, 'reply.rescheduled', ${world.thread.id}, ${plain.id}, '2026-10-20T09:00:00Z')`);

  const [after] = await entries();
  expect(after).toEqual({
    ...before,
    start: "2026-10-23T07:00:00.000Z",
    end: "2026-10-23T07:15:00.000Z",
    changed: "2026-10-20T09:00:00.000Z",
  });
  await test_.db.update(replies).set({ status: "cancelled" });
  await test_.db.update(threadReminders).set({ closedAt: NOW });
  expect((await entries()).map(({ uid }) => uid)).toEqual([`return-${world.thread.id}@threadwell`]);
});

test("nothing of others is in it: neither a colleague's plans nor another workspace's", async () => {
  await plan(world);
  const { workspaceId, mailbox, lead, campaign } = world;
  await makeThread(test_.db, { workspaceId, mailbox, lead, campaign, assigneeId: world.manager.id });
  const foreign = await makeWorld(test_.db);

  for (const member of [world.manager, foreign.member]) expect(await (await feedOf(member))()).toEqual([]);
});

test("a secret ends when it is replaced or revoked and while its member is deactivated, and nothing tells which", async () => {
  const former = await makeCalendarFeed(as());
  const { secret } = await makeCalendarFeed(as());
  expect(await read(former.secret)).toBeNull();
  expect(await read(`${secret}x`)).toBeNull();
  expect(await findCalendarFeed(as())).toEqual({ madeAt: NOW.toISOString(), lastReadAt: null });
  expect(await read(secret)).not.toBeNull();
  expect(await findCalendarFeed(as())).toEqual({ madeAt: NOW.toISOString(), lastReadAt: NOW.toISOString() });
  const stored = await test_.db.execute(sql`select row_to_json(f)::text as row from calendar_feeds f`);
  expect(JSON.stringify(stored.rows)).not.toContain(secret);

  const set = (deactivatedAt: Date | null) =>
    test_.db.update(members).set({ deactivatedAt }).where(eq(members.id, world.member.id));
  await set(NOW);
  expect(await read(secret)).toBeNull();
  await set(null);
  expect(await read(secret)).not.toBeNull();

  expect(await revokeCalendarFeed(as(world.manager))).toEqual({ isRevoked: false });
  expect(await revokeCalendarFeed(as())).toEqual({ isRevoked: true });
  expect(await read(secret)).toBeNull();
  expect(await test_.db.select().from(calendarFeeds).where(eq(calendarFeeds.memberId, world.member.id))).toEqual([]);
});

test("a closed sandbox's feed is no feed", async () => {
  const sandbox = await makeWorld(test_.db, { kind: "sandbox" });
  const { secret } = await makeCalendarFeed(as(sandbox.member));

  expect(await read(secret)).toBeNull();
});

test("who guesses from all the addresses of an IPv6 line is stopped", async () => {
  for (let tries = 0; tries < WRONG_READS; tries++)
    await read(newId(), { address: `2001:db8:5:5::${tries.toString(16)}` });
  await expect(read(newId(), { address: "2001:db8:5:5:ffff::" })).rejects.toMatchObject({ code: "rate_limited" });
  expect(await read(newId(), { address: "2001:db8:5:6::" })).toBeNull();
});

test("who guesses is stopped, and who reads too often, and neither stops anybody else", async () => {
  const { secret } = await makeCalendarFeed(as());
  const address = newId();
  for (let tries = 0; tries < WRONG_READS; tries++) await read(newId(), { address });
  await expect(read(newId(), { address })).rejects.toMatchObject({ code: "rate_limited" });

  for (let reads = 0; reads < FEED_READS; reads++) await read(secret, { address });
  await expect(read(secret)).rejects.toMatchObject({ code: "rate_limited" });
  const other = await makeCalendarFeed(as(world.manager));
  expect(await read(other.secret, { address })).not.toBeNull();
});
