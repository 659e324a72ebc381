import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { threadReminders } from "@/lib/db/schema";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase } from "@/lib/testing/test-db";
import { cancelReminders } from "./cancel-reminders";
import { fireDueReminders } from "./fire-reminder";
import { listDueReminders } from "./list-due-reminders";
import { remindOfThreads } from "./remind-of-threads";
import { snoozeThreads } from "./snooze-threads";
import { undoReminders } from "./undo-reminders";

const database = useTestDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const started = Date.now();
const inDays = (days: number) => new Date(started + days * 86_400_000);
const clock = (days: number) => () => inDays(days);
const ctx = (days = 0) => contextOf(world.member, database.db, clock(days));
const id = () => world.thread.id;
const wanted = (days: number) => ({
  threadIds: [id()],
  until: inDays(days).toISOString(),
  condition: "always" as const,
});
const due = () => listDueReminders(ctx());
const openOnes = () =>
  database.db.$count(threadReminders, and(eq(threadReminders.threadId, id()), isNull(threadReminders.closedAt)));

test("a snooze that was put away with marking as done does not come back beside a later one", async () => {
  await snoozeThreads(ctx(), wanted(1));
  await fireDueReminders(database.db, clock(2));
  const done = await triageThreads(ctx(2), { threadIds: [id()], change: { kind: "done", on: true } });
  await snoozeThreads(ctx(2), wanted(5));

  await undoTriage(ctx(3), {
    kind: "done",
    items: done.changed.map(({ threadId, after }) => ({ threadId, before: null, after: String(after) })),
  });

  expect(await due()).toEqual([]);
  expect(await openOnes()).toBe(1);
});

test("a reminder that a snooze has replaced does not come back beside a later one when the snooze is undone", async () => {
  await remindOfThreads(ctx(), { ...wanted(1), note: "" });
  await fireDueReminders(database.db, clock(2));
  const snoozed = await snoozeThreads(ctx(2), wanted(6));
  await remindOfThreads(ctx(2), { ...wanted(7), note: "" });

  await undoReminders(ctx(3), { kind: "snooze", items: snoozed.changed });

  expect(await due()).toEqual([]);
  expect(await openOnes()).toBe(1);
});

test("two of a kind that stand from before are taken back as one, and so is that", async () => {
  await snoozeThreads(ctx(), wanted(2));
  const [first] = await database.db.select().from(threadReminders).where(eq(threadReminders.threadId, id()));
  const { id: _own, ...values } = first!;
  await database.db.insert(threadReminders).values(values);

  const { changed } = await cancelReminders(ctx(), { kind: "snooze", threadIds: [id()] });

  expect(changed).toHaveLength(1);
  expect(await undoReminders(ctx(), { kind: "snooze", items: changed })).toMatchObject({ restored: [id()] });
  expect(await openOnes()).toBe(1);
});
