import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { threadReminders, threads } from "@/lib/db/schema";
import type { ListView } from "@/lib/domain/list-view";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { countThreads } from "@/lib/services/threads/count-threads";
import { getThread } from "@/lib/services/threads/get-thread";
import { listThreadIds } from "@/lib/services/threads/list-thread-ids";
import { listThreads } from "@/lib/services/threads/list-threads";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { cancelReminders } from "./cancel-reminders";
import { fireDueReminders } from "./fire-reminder";
import { listDueReminders } from "./list-due-reminders";
import { remindOfThreads } from "./remind-of-threads";
import { SnoozeThreadsInput } from "./schemas";
import { snoozeThreads } from "./snooze-threads";
import { undoReminders } from "./undo-reminders";

const database = testDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const DAY = 86_400_000;
const started = new Date();
const inDays = (days: number) => new Date(started.getTime() + days * DAY);
const clock = (days: number) => () => inDays(days);
const until = (days: number) => inDays(days).toISOString();

const ctx = (days = 0, member = world.member) => contextOf(member, database.db, clock(days));
const snooze = (
  threadIds: number[],
  days: number | null = 3,
  condition: "always" | "if_no_reply" | "until_reply" = "always",
) => snoozeThreads(ctx(), { threadIds, until: days === null ? null : until(days), condition });
const idsIn = async (view: ListView, member = world.member, more: object = {}) =>
  (await listThreads(ctx(0, member), { view, ...more })).rows.map(({ id }) => id);
const due = (member = world.member) => listDueReminders(ctx(0, member));
const id = () => world.thread.id;
const another = (input: Partial<Parameters<typeof makeThread>[1]> = {}) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  return makeThread(database.db, { workspaceId, mailbox, lead, campaign, ...input });
};
const answer = (to: Pick<World, "messages"> = world, headers: string[] = [], from = world.lead.email) =>
  ingestMessage(
    { db: database.db, now: clock(1) },
    {
      workspaceId: world.workspaceId,
      mailboxId: world.mailbox.id,
      source: "inbox",
      raw: rawMail({
        from,
        to: world.mailbox.address,
        inReplyTo: to.messages[0]!.messageId,
        date: inDays(1),
        headers,
      }),
    },
  );

test("a snoozed thread leaves its member's lists alone, with their figures, and is found everywhere else", async () => {
  await database.db
    .update(threads)
    .set({ assigneeId: world.member.id, isImportant: true, unreadCount: 1 })
    .where(eq(threads.id, id()));
  const before = await countThreads(ctx());
  const theirs = await countThreads(ctx(0, world.manager));

  await snooze([id()]);

  for (const view of ["inbox", "unread", "mine", "important"] as const)
    expect(await idsIn(view), view).not.toContain(id());
  expect(await idsIn("inbox", world.member, { campaign: world.campaign.number })).toEqual([]);
  for (const view of ["all", "open", "snoozed"] as const) expect(await idsIn(view), view).toContain(id());
  expect(await idsIn("inbox", world.member, { q: world.lead.email })).toContain(id());
  for (const view of ["inbox", "unread", "important"] as const)
    expect(await idsIn(view, world.manager), view).toContain(id());
  expect(await idsIn("snoozed", world.manager)).toEqual([]);
  const after = await countThreads(ctx());
  const fewer = (view: "inbox" | "unread" | "mine" | "important") => before.views[view] - after.views[view];
  expect([fewer("inbox"), fewer("unread"), fewer("mine"), fewer("important"), after.views.snoozed]).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(after.campaigns[world.campaign.number]).toBe((before.campaigns[world.campaign.number] ?? 0) - 1);
  expect(await countThreads(ctx(0, world.manager))).toEqual(theirs);
});

test("Snoozed has what comes back first on top, page by page, and last what only waits for an answer", async () => {
  const ids = [id(), (await another()).thread.id, (await another()).thread.id];
  await snooze([ids[0]!], null, "until_reply");
  await snooze([ids[1]!], 5);
  await snooze([ids[2]!], 2);

  const first = await listThreads(ctx(), { view: "snoozed", limit: 2 });
  const rest = await listThreads(ctx(), { view: "snoozed", limit: 2, cursor: first.nextCursor! });

  expect(first.rows.map(({ listedAt }) => listedAt)).toEqual([until(2), until(5)]);
  expect(rest.rows).toMatchObject([{ id: ids[0], snooze: { until: null, condition: "until_reply" } }]);
  expect((await listThreadIds(ctx(), { view: "snoozed" })).ids).toEqual([ids[2], ids[1], ids[0]]);
  expect((await getThread(ctx(), { threadId: ids[1]! })).snooze).toMatchObject({ until: until(5) });
  expect((await getThread(ctx(0, world.manager), { threadId: ids[1]! })).snooze).toBeNull();
});

test("at its time it is back, before its member alone and with the reason", async () => {
  await snooze([id()]);
  await fireDueReminders(database.db, clock(2));
  expect(await idsIn("inbox")).toEqual([]);
  await fireDueReminders(database.db, clock(3));

  expect(await idsIn("inbox")).toContain(id());
  expect(await idsIn("snoozed")).toEqual([]);
  expect(await due()).toMatchObject([{ threadId: id(), kind: "snooze", because: "time", until: until(3) }]);
  expect(await due(world.manager)).toEqual([]);
});

test.each(["always", "until_reply"] as const)(
  "an answer brings back what was snoozed (%s); an automatic one does not",
  async (condition) => {
    await snooze([id()], 3, condition);
    await answer(world, ["Auto-Submitted: auto-replied"]);
    expect(await idsIn("inbox")).toEqual([]);

    await answer();

    expect(await idsIn("inbox")).toContain(id());
    await fireDueReminders(database.db, clock(4));
    expect(await due()).toMatchObject([{ threadId: id(), because: "answer" }]);
  },
);

test("a colleague's of theirs brings it back as well; what waited for no reply is then answered and closed", async () => {
  await snooze([id()], 3, "if_no_reply");
  await answer();
  expect(await idsIn("inbox")).toContain(id());
  expect(await due()).toEqual([]);

  await snooze([id()]);
  await answer(world, [], "head-of-buying@lead.test");
  expect(await idsIn("inbox")).toContain(id());
});

test("what waits for the lead's answer comes up when they answer in another thread; a plain snooze stays", async () => {
  const other = await another();
  const third = await another();
  await snooze([id()], null, "until_reply");
  await snooze([third.thread.id]);

  await answer(other);

  expect(await due()).toMatchObject([{ threadId: id(), because: "answer" }]);
  expect(await idsIn("snoozed")).toEqual([third.thread.id]);
});

test("a batch has an outcome for each and one undo, which gives back what it had replaced", async () => {
  const other = (await another()).thread.id;
  await snooze([id()], 5);

  const { changed, unchanged } = await snooze([id(), other, 999_999_999], 2);
  expect(changed.map(({ threadId }) => threadId)).toEqual([id(), other]);
  expect(unchanged).toEqual([{ threadId: 999_999_999, reason: "not_found" }]);
  await answer({ messages: (await another()).messages });
  const { restored } = await undoReminders(ctx(), { kind: "snooze", items: changed });

  expect(restored).toEqual([id(), other]);
  const [row] = (await listThreads(ctx(), { view: "snoozed" })).rows;
  expect(row).toMatchObject({ id: id(), snooze: { until: until(5) } });
  expect(await idsIn("inbox")).toContain(other);
});

test("no undo hides an answer that came meanwhile, and none touches another's", async () => {
  const { changed } = await snooze([id()]);
  expect((await undoReminders(ctx(0, world.manager), { kind: "snooze", items: changed })).restored).toEqual([]);
  const woken = await cancelReminders(ctx(), { kind: "snooze", threadIds: [id()] });
  expect(await idsIn("inbox")).toContain(id());
  expect((await undoReminders(ctx(), { kind: "snooze", items: woken.changed })).restored).toEqual([id()]);
  const again = await cancelReminders(ctx(), { kind: "snooze", threadIds: [id()] });
  await answer();

  expect(await undoReminders(ctx(), { kind: "snooze", items: again.changed })).toEqual({
    restored: [],
    left: [{ threadId: id(), reason: "changed_since", by: null }],
  });
  expect(await idsIn("inbox")).toContain(id());
});

test("whoever marks it as done puts away what has come up and is ahead of it; undo brings both back", async () => {
  const other = (await another()).thread.id;
  await snooze([id()], 1);
  await fireDueReminders(database.db, clock(2));
  await snooze([other], 5);
  const done = await triageThreads(ctx(2), { threadIds: [id(), other], change: { kind: "done", on: true } });
  expect(await due()).toEqual([]);
  expect(await idsIn("snoozed")).toEqual([]);

  await undoTriage(ctx(2), {
    kind: "done",
    items: done.changed.map(({ threadId, after }) => ({ threadId, before: null, after: String(after) })),
  });

  expect(await due()).toMatchObject([{ threadId: id() }]);
  expect(await idsIn("snoozed")).toEqual([other]);
});

test("what a colleague has marked as done since stays done when one member's snooze ends", async () => {
  await snooze([id()]);
  await triageThreads(ctx(1, world.manager), { threadIds: [id()], change: { kind: "done", on: true } });

  await fireDueReminders(database.db, clock(4));

  expect(await idsIn("done")).toContain(id());
  expect(await due()).toMatchObject([{ threadId: id() }]);
});

test("a reminder leaves its thread where it is, stands beside a snooze, and has a list and a figure of its own", async () => {
  await remindOfThreads(ctx(), {
    threadIds: [id()],
    until: until(2),
    condition: "if_no_reply",
    note: "Ask for the volumes",
  });
  expect(await idsIn("inbox")).toContain(id());
  await snooze([id()], 5);

  expect((await listThreads(ctx(), { view: "reminders" })).rows).toMatchObject([
    { id: id(), listedAt: until(2), reminder: { note: "Ask for the volumes" }, snooze: { until: until(5) } },
  ]);
  expect((await countThreads(ctx())).views).toMatchObject({ reminders: 1, snoozed: 1 });
  await cancelReminders(ctx(), { kind: "reminder", threadIds: [id()] });
  expect((await countThreads(ctx())).views).toMatchObject({ reminders: 0, snoozed: 1 });
});

test("a time that is over is refused, and so is none where nothing else ends it", async () => {
  await expect(snooze([id()], -1)).rejects.toMatchObject({ fields: [{ path: "until", reason: "in_the_past" }] });
  expect(SnoozeThreadsInput.safeParse({ threadIds: [1], until: null, condition: "always" }).success).toBe(false);
  const isOfIt = and(eq(threadReminders.threadId, id()), eq(threadReminders.kind, "snooze"));
  expect(await database.db.$count(threadReminders, isOfIt)).toBe(0);
});
