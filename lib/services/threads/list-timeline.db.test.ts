import { beforeEach, expect, test } from "vitest";
import { categories, threadReminders } from "@/lib/db/schema";
import { contextOf, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listTimeline } from "./list-timeline";
import { markThreadRead } from "./mark-thread-read";
import { triageThreads } from "./triage-threads";
import { undoTriage } from "./undo-triage";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const ctx = () => contextOf(world.member, test_.db);
const timeline = (threadId = world.thread.id) => listTimeline(ctx(), { threadId });
const triage = (change: Parameters<typeof triageThreads>[1]["change"]) =>
  triageThreads(ctx(), { threadIds: [world.thread.id], change });

test("who wrote is told apart: a step, one of us, the lead, a machine and a bounce", async () => {
  const { workspaceId, mailbox, campaign, lead, member } = world;
  const { thread } = await makeThread(test_.db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    messages: [
      { direction: "out", step: 1 },
      { direction: "in", isAutomatic: true },
      { direction: "in" },
      { direction: "out", authorId: member.id },
      { direction: "out" },
      {
        direction: "in",
        bounces: [{ recipient: "x@lead.test", status: "5.1.1", reason: "", cause: "userunknown", permanent: true }],
      },
    ],
  });
  const { entries, isWhole } = await timeline(thread.id);

  expect(isWhole).toBe(true);
  expect(entries).toMatchObject([
    { kind: "bounced", recipient: "x@lead.test" },
    { kind: "sent", by: null },
    { kind: "sent", by: { id: member.id } },
    { kind: "answered", name: "Ana Berg" },
    { kind: "answered_automatically" },
    { kind: "step_sent", step: 1 },
  ]);
});

test("what was done with the thread stands with who did it, newest first, and reading does not", async () => {
  const { workspaceId, member, manager } = world;
  const [category] = await test_.db
    .insert(categories)
    .values({ workspaceId, name: "Warm", kind: "interested", sentiment: "positive", position: 90 })
    .returning();
  await markThreadRead(ctx(), { threadId: world.thread.id, messageIds: world.messages.map(({ id }) => id) });
  await triage({ kind: "category", categoryId: category!.id });
  await triage({ kind: "assignee", assigneeId: manager.id });
  await triage({ kind: "category", categoryId: null });
  await triage({ kind: "done", on: true });
  const by = { id: member.id, name: member.name };

  expect((await timeline()).entries.slice(0, -2)).toMatchObject([
    { kind: "done", by },
    { kind: "categorised", by, category: null },
    { kind: "assigned", by, assignee: { id: manager.id, name: "Mia Lund" } },
    { kind: "categorised", by, category: "Warm" },
  ]);
});

test("what was taken back at once leaves no line", async () => {
  const outcome = await triage({ kind: "done", on: true });
  await undoTriage(ctx(), { kind: "done", items: outcome.changed as never });

  expect((await timeline()).entries.map(({ kind }) => kind)).toEqual(["answered", "sent"]);
});

test("of a very long thread the newest stand, and it is said that there were more", async () => {
  const { workspaceId, mailbox, lead } = world;
  const { thread, messages } = await makeThread(test_.db, { workspaceId, mailbox, lead });
  for (let count = 0; count < 300; count++)
    messages.push(await makeMessage(test_.db, { thread, mailbox }, {}, messages));
  const { entries, isWhole } = await timeline(thread.id);

  expect([entries.length, isWhole]).toEqual([300, false]);
  expect(entries[0]!.id).toBe(messages.at(-1)!.id);
});

test("somebody else's thread has no timeline", async () => {
  const foreign = await makeWorld(test_.db);
  for (const threadId of [foreign.thread.id, 999_999_999])
    await expect(timeline(threadId)).rejects.toMatchObject({ code: "not_found" });
});

test("what is planned stands above at its time, what was dropped says why, and what a person took back is gone", async () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const { workspaceId, member, thread } = world;
  const make = (values: Parameters<typeof makeReply>[2]) => makeReply(test_.db, world, values);
  await make({ status: "scheduled", dueAt: at(48), scheduleCondition: "if_no_reply" });
  await make({ status: "cancelled", reason: "lead_answered", dueAt: at(1) });
  await make({ status: "cancelled", reason: "undone", dueAt: at(2) });
  await make({ status: "sent", dueAt: at(3) });
  const reminder = { workspaceId, threadId: thread.id, memberId: member.id, condition: "if_no_reply" } as const;
  await test_.db.insert(threadReminders).values([
    { ...reminder, remindAt: at(24), note: "Ask for Ben" },
    { ...reminder, remindAt: at(30), closedAt: at(0), closedReason: "replaced" },
  ]);
  const by = { id: member.id, name: member.name };

  expect((await timeline()).entries.slice(0, -2)).toMatchObject([
    { kind: "planned", by, onlyIfNoReply: true },
    { kind: "reminder", by, condition: "if_no_reply", note: "Ask for Ben" },
    { kind: "unsent", by, state: "cancelled", reason: "lead_answered" },
  ]);
});
