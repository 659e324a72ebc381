import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followUpChains, leads, mailboxes, members, threadReminders, threads } from "@/lib/db/schema";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { contextOf, makeLead, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { meeting } from "@/lib/testing/meeting";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listSchedule } from "./list-schedule";

const test_ = testDatabase();
const NOW = new Date("2026-11-16T08:00:00Z");
const NOVEMBER = { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" };
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});
afterEach(() => vi.restoreAllMocks());

const context = (member = world.member) => contextOf(member, test_.db, () => NOW);
const month = (narrowed = {}, member = world.member) => listSchedule(context(member), { ...NOVEMBER, ...narrowed });
const at = (time: string) => new Date(time);
const planned = (time: string, values: Partial<Parameters<typeof makeReply>[2]> = {}) =>
  makeReply(test_.db, world, { status: "scheduled", dueAt: at(time), scheduledAt: at(time), ...values });
const shown = (items: ScheduleItem[]) => items.map(({ kind, at: time, words }) => [kind, time.slice(0, 16), words]);
const remind = (values: Partial<typeof threadReminders.$inferInsert>) =>
  test_.db.insert(threadReminders).values({
    workspaceId: world.workspaceId,
    threadId: world.thread.id,
    memberId: world.member.id,
    condition: "always",
    ...values,
  });
const message = (values: Partial<Parameters<typeof makeMessage>[2]>) => makeMessage(test_.db, world, values);

test("what Smartlead shall keep stands at its time while it still waits here, and is not late by then", async () => {
  const through = { smartleadLeadId: crypto.randomUUID(), dueAt: at("2026-11-10T09:00:00Z") };
  const time = "2026-11-25T09:00:00Z";
  const paused = await planned(time, { ...through, heldReason: "smartlead" });
  const asked = await planned(time, { ...through, status: "awaiting_approval" });
  const waiting = await planned(time, { ...through, status: "queued" });

  const { items, trouble } = await month();

  expect(items.map((item) => [item.id, item.at])).toEqual(
    [paused, asked, waiting].map(({ id }) => [id, "2026-11-25T09:00:00.000Z"]),
  );
  expect(trouble.map(({ id, reply }) => [id, reply!.isOverdue])).toEqual([[paused.id, false]]);
});

test("each kind stands at its time, with its thread, its lead's clock and whose it is", async () => {
  await test_.db.update(leads).set({ timeZone: "Asia/Kolkata", company: "Berg AB" }).where(eq(leads.id, world.lead.id));
  await planned("2026-11-17T09:10:00Z", { scheduledZone: "Asia/Kolkata", bodyHtml: "<p>Shall we <b>talk</b>?</p>" });
  await planned("2026-11-10T09:00:00Z", { status: "sent", sentAt: at("2026-11-10T09:02:00Z") });
  await planned("2026-11-11T09:00:00Z", { status: "cancelled", reason: "lead_answered" });
  await planned("2026-11-12T09:00:00Z", { status: "cancelled", reason: "reopened" });
  await remind({ remindAt: at("2026-11-20T07:00:00Z"), note: "call", condition: "if_no_reply" });
  await remind({ remindAt: at("2026-11-21T07:00:00Z"), kind: "snooze" });
  await message({ isAutomatic: true, returnDate: "2026-11-23", sentAt: at("2026-11-09T08:00:00Z") });
  await message({ invitation: meeting(), sentAt: at("2026-11-09T09:00:00Z") });

  const { items, isWhole, mailboxes: lanes, people } = await month();

  expect(shown(items)).toEqual([
    ["sent", "2026-11-10T09:02", "Thanks for your interest!"],
    ["sent", "2026-11-11T09:00", "Thanks for your interest!"],
    ["reply", "2026-11-17T09:10", "Shall we talk ?"],
    ["meeting", "2026-11-19T10:00", "A look at Acme"],
    ["reminder", "2026-11-20T07:00", "call"],
    ["snooze", "2026-11-21T07:00", ""],
    ["return", "2026-11-23T00:00", ""],
  ]);
  expect(items[2]).toMatchObject({
    threadId: world.thread.id,
    name: "Ana Berg",
    company: "Berg AB",
    clock: { zone: "Asia/Kolkata", certainty: "known", why: "record" },
    person: { id: world.member.id },
    reply: { zone: "Asia/Kolkata", isMachines: false, isOverdue: false, chain: null },
    judgedBy: { country: "IN", campaignWindow: null },
  });
  expect(items[3]).toMatchObject({ end: "2026-11-19T10:30:00.000Z", person: null, reply: null });
  expect(items[4]).toMatchObject({ comesUp: "if_no_reply" });
  expect([isWhole, lanes.length, people.length]).toEqual([true, 1, 3]);
});

test("a step of follow-ups says which of how many it is, and a stopped one why", async () => {
  const { workspaceId, member, thread } = world;
  const [chain] = await test_.db
    .insert(followUpChains)
    .values({ workspaceId, threadId: thread.id, authorId: member.id })
    .returning();
  const step = { chainId: chain!.id, origin: "machine" as const, scheduleCondition: "if_no_reply" as const };
  await planned("2026-11-18T09:00:00Z", { ...step, chainStep: 1 });
  await planned("2026-11-25T09:00:00Z", { ...step, chainStep: 2, status: "cancelled", reason: "lead_answered" });
  await planned("2026-12-09T09:00:00Z", { ...step, chainStep: 3 });

  const { items } = await month();

  expect(items.map(({ kind, reply }) => [kind, reply?.chain, reply?.isMachines, reply?.reason])).toEqual([
    ["reply", { id: chain!.id, step: 1, steps: 3 }, true, null],
    ["sent", { id: chain!.id, step: 2, steps: 3 }, true, "lead_answered"],
  ]);
});

test("others' reminders are theirs, and another workspace has nothing of it", async () => {
  await planned("2026-11-17T09:10:00Z");
  await remind({ remindAt: at("2026-11-20T07:00:00Z") });
  const others = await makeWorld(test_.db);

  expect((await month({}, world.manager)).items.map(({ kind }) => kind)).toEqual(["reply"]);
  const { items, trouble, mailboxes: lanes } = await month({}, others.admin);
  expect([items, trouble, lanes.map(({ id }) => id)]).toEqual([[], [], [others.mailbox.id]]);
});

test("who looks after a thread has what is planned in it; a list is narrowed to a mailbox or a person", async () => {
  await planned("2026-11-17T09:10:00Z");
  await test_.db.update(threads).set({ assigneeId: world.manager.id }).where(eq(threads.id, world.thread.id));

  expect((await month()).items[0]).toMatchObject({ person: { id: world.manager.id } });
  expect((await month({ memberId: world.manager.id })).items).toHaveLength(1);
  expect((await month({ memberId: world.member.id })).items).toEqual([]);
  expect((await month({ mailboxId: world.manager.id })).items).toEqual([]);
});

test("what needs somebody is told whenever it was due, the newest first", async () => {
  await planned("2026-09-01T09:00:00Z", { status: "failed", reason: "refused", bodyHtml: "failed" });
  await planned("2026-11-15T09:00:00Z", { status: "queued", heldReason: "auth", bodyHtml: "held" });
  await planned("2026-11-16T07:00:00Z", { bodyHtml: "late" });
  await planned("2026-11-16T07:58:00Z", { bodyHtml: "a moment ago" });
  await planned("2026-11-16T06:00:00Z", { status: "awaiting_approval", bodyHtml: "not looked at yet" });
  await planned("2026-11-16T07:00:00Z", { nextAttemptAt: at("2026-11-17T09:00:00Z"), bodyHtml: "put off" });

  const { trouble, items } = await month();

  expect(trouble.map(({ words, reply }) => [words, reply?.isOverdue])).toEqual([
    ["late", true],
    ["held", true],
    ["failed", false],
  ]);
  expect(shown(items).at(-1)).toEqual(["reply", "2026-11-17T09:00", "put off"]);
});

test("only the newest automatic answer of a thread says when its lead is back", async () => {
  await message({ isAutomatic: true, returnDate: "2026-11-23", sentAt: at("2026-11-09T08:00:00Z") });
  await message({ isAutomatic: true, returnDate: "2026-12-07", sentAt: at("2026-11-14T08:00:00Z") });

  expect((await month()).items).toEqual([]);
});

test("what takes whole days stands in the days of the reader's own clock", async () => {
  await test_.db.update(members).set({ timeZone: "America/Los_Angeles" }).where(eq(members.id, world.member.id));
  await message({ isAutomatic: true, returnDate: "2026-11-23", sentAt: at("2026-11-09T08:00:00Z") });
  const start = "2026-11-23T00:00:00.000Z";
  await message({ invitation: meeting({ start, isAllDay: true }), sentAt: at("2026-11-09T08:00:00Z") });
  const onDay = (date: number) =>
    month({ from: `2026-11-${date}T08:00:00Z`, to: `2026-11-${date + 1}T08:00:00Z` }).then(({ items }) => items.length);

  expect([await onDay(22), await onDay(23), await onDay(24)]).toEqual([0, 2, 0]);
});

test("a time outside the window, on a weekend or a holiday of the lead's country is named so, and the holiday told", async () => {
  const window = { windowDays: [1, 2, 3, 4, 5], windowStart: "09:00", windowEnd: "17:00" };
  await test_.db
    .update(mailboxes)
    .set({ ...window, timeZone: "Europe/Warsaw" })
    .where(eq(mailboxes.id, world.mailbox.id));
  await test_.db.update(leads).set({ timeZone: "Europe/Warsaw", country: "PL" }).where(eq(leads.id, world.lead.id));
  for (const time of ["2026-11-11T10:00:00Z", "2026-11-17T10:00:00Z", "2026-11-18T17:00:00Z", "2026-11-21T10:00:00Z"])
    await planned(time);

  const { items, holidays } = await month();

  expect(items.map(({ reply }) => reply?.outside)).toEqual(["holiday", null, "window", "weekend"]);
  expect(holidays).toContainEqual({ date: "2026-11-11", country: "PL", name: "Narodowe Święto Niepodległości" });
  const named = (await month({ locale: "en" })).holidays;
  expect(named).toContainEqual({ date: "2026-11-11", country: "PL", name: "Independence Day" });
});

test("capacity counts what left and what is planned on whole days of the mailbox's own clock", async () => {
  await test_.db
    .update(mailboxes)
    .set({ timeZone: "America/New_York", dailyCap: 2 })
    .where(eq(mailboxes.id, world.mailbox.id));
  // 3:00 UTC is still the evening before in New York.
  await planned("2026-11-17T03:00:00Z");
  await planned("2026-11-17T15:00:00Z", { status: "sent", sentAt: at("2026-11-17T15:00:00Z") });
  await planned("2026-11-17T16:00:00Z");
  await planned("2026-11-17T18:00:00Z", { status: "cancelled", reason: "by_person" });

  const { capacity, items } = await month({ from: "2026-11-17T15:30:00Z", to: "2026-11-17T17:00:00Z" });

  expect(capacity).toEqual([{ mailboxId: world.mailbox.id, date: "2026-11-17", used: 2, cap: 2 }]);
  expect(items).toHaveLength(1);
  expect((await month()).capacity).toHaveLength(2);
});

test("2,000 items of many leads are read by as many queries as one is, and more than 3,000 are not sent at once", async () => {
  await planned("2026-11-17T09:10:00Z");
  const query = vi.spyOn(test_.pool, "query");
  await month();
  const few = query.mock.calls.length;
  const { workspaceId, mailbox } = world;
  for (let count = 0; count < 8; count++) {
    const lead = await makeLead(test_.db, { workspaceId, phone: "+48 12 345 67 89" });
    await makeThread(test_.db, { workspaceId, mailbox, lead });
  }
  await plan(2000);
  query.mockClear();

  const { items, isWhole } = await month();

  expect([items.length, isWhole, query.mock.calls.length]).toEqual([2001, true, few]);
  expect(few).toBeLessThan(15);

  await plan(1000);
  const most = await month();
  expect([most.items.length, most.isWhole]).toEqual([3000, false]);
});

/** Replies a minute apart, in all threads of the workspace in turn. */
const plan = (count: number) =>
  test_.db.execute(sql`
    insert into replies (id, workspace_id, thread_id, mailbox_id, parent_id, author_id, origin, status, "to", subject, body_html,
      add_signature, due_at, message_id, stats_id, accepted_at)
    select gen_random_uuid(), ${world.workspaceId}, t.id, ${world.mailbox.id},
      ${world.messages[0]!.id}, ${world.member.id}, 'machine', 'scheduled', '[]', 'Re', '<p>Hello</p>', false,
      '2026-11-17T00:00:00Z'::timestamptz + n * interval '1 minute', gen_random_uuid(), gen_random_uuid(), ${NOW.toISOString()}
    from generate_series(1, ${count}::int) n
    join lateral (select id from threads where workspace_id = ${world.workspaceId} order by id offset n % 9 limit 1) t on true`);
