import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, threads } from "@/lib/db/schema";
import type { REPLY_STATUSES } from "@/lib/domain/reply-state";
import { contextOf, makeMember, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { replyRow } from "@/lib/testing/reply-row";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { refreshThread } from "../threads/refresh-thread";
import { cancelReply } from "./cancel-reply";
import { reopenReply } from "./reopen-reply";
import { rescheduleReply } from "./reschedule-reply";
import { retryReply } from "./retry-reply";
import { sendReplyNow } from "./send-reply-now";
import { undoReply } from "./undo-reply";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = () => contextOf(world.member, test_.db);

const rowOf = (id: string) => replyRow(test_.db, id);
const threadRow = async () => (await test_.db.select().from(threads).where(eq(threads.id, world.thread.id)))[0]!;

test.each([
  ["sending", "already_sending"],
  ["sent", "already_sent"],
  ["unknown", "outcome_unknown"],
  ["cancelled", "already_cancelled"],
] as [(typeof REPLY_STATUSES)[number], string][])(
  "what is %s can be neither taken back nor moved: %s",
  async (status, reason) => {
    const reply = await makeReply(test_.db, world, { status });
    const { id: replyId } = reply;
    const later = { replyId, scheduledTime: "2999-01-01T00:00:00Z", scheduledZone: "UTC" };

    for (const verb of [undoReply, cancelReply, sendReplyNow])
      await expect(verb(context(), { replyId })).rejects.toMatchObject({ code: "conflict", reason });
    await expect(rescheduleReply(context(), later)).rejects.toMatchObject({ code: "conflict", reason });
    expect(await rowOf(replyId)).toEqual(reply);
  },
);

test("a reply of another workspace is not found, whoever asks", async () => {
  const reply = await makeReply(test_.db, world, { status: "scheduled" });
  const other = await makeWorld(test_.db);
  const stranger = contextOf(await makeMember(test_.db, { workspaceId: other.workspaceId, role: "admin" }), test_.db);

  for (const verb of [undoReply, cancelReply, retryReply, sendReplyNow, reopenReply])
    await expect(verb(stranger, { replyId: reply.id })).rejects.toMatchObject({ code: "not_found" });
});

test("send now makes a scheduled follow-up a person's send, due at once", async () => {
  const dueAt = new Date(Date.now() + 86_400_000);
  const reply = await makeReply(test_.db, world, { status: "scheduled", dueAt, scheduleCondition: "if_no_reply" });

  await sendReplyNow(context(), { replyId: reply.id });

  const now = await rowOf(reply.id);
  expect(now).toMatchObject({ status: "queued", scheduleCondition: "always", messageId: reply.messageId });
  expect(now.dueAt.getTime()).toBeLessThanOrEqual(Date.now());
});

test("what waits to be handed over is tried at once with its time and its condition", async () => {
  const [accepted, scheduledAt] = [new Date(Date.now() - 60_000), new Date(Date.now() + 86_400_000)];
  const nextAttemptAt = new Date(Date.now() + 60_000);
  const reply = await makeReply(test_.db, world, {
    status: "queued",
    smartleadLeadId: crypto.randomUUID(),
    dueAt: accepted,
    nextAttemptAt,
    scheduledAt,
    scheduledZone: "Europe/Berlin",
    scheduleCondition: "if_no_reply",
  });

  await sendReplyNow(context(), { replyId: reply.id });

  const { scheduledZone, scheduleCondition } = reply;
  expect(await rowOf(reply.id)).toMatchObject({ nextAttemptAt: null, scheduledAt, scheduledZone, scheduleCondition });
});

test("what waits to be handed over with its time is given another one, and still handed over at once", async () => {
  const [dueAt, scheduledAt] = [new Date(Date.now() - 60_000), new Date(Date.now() + 86_400_000)];
  const smartleadLeadId = crypto.randomUUID();
  const reply = await makeReply(test_.db, world, { status: "scheduled", smartleadLeadId, dueAt, scheduledAt });
  const later = new Date(Date.now() + 2 * 86_400_000);

  const input = { replyId: reply.id, scheduledTime: later.toISOString(), scheduledZone: "Europe/Berlin" };
  await rescheduleReply(context(), input);

  expect(await rowOf(reply.id)).toMatchObject({ dueAt, scheduledAt: later });
});

test("a time that has passed or a zone that does not exist moves nothing", async () => {
  const reply = await makeReply(test_.db, world, { status: "scheduled" });
  const to = (scheduledTime: string, scheduledZone: string) =>
    rescheduleReply(context(), { replyId: reply.id, scheduledTime, scheduledZone });

  await expect(to("2020-01-01T00:00:00Z", "UTC")).rejects.toMatchObject({ code: "invalid" });
  await expect(to("2999-01-01T00:00:00Z", "Mars/Base")).rejects.toMatchObject({ code: "invalid" });
  expect(await rowOf(reply.id)).toEqual(reply);
});

test("a thread's row knows its next reply and how many need a person", async () => {
  const soon = new Date(Date.now() + 60_000);
  await makeReply(test_.db, world, { status: "scheduled", dueAt: new Date(soon.getTime() + 60_000) });
  await makeReply(test_.db, world, { status: "scheduled", dueAt: soon });
  for (const status of ["failed", "unknown", "sent", "cancelled"] as const)
    await makeReply(test_.db, world, { status });
  await makeReply(test_.db, world, { status: "queued", heldReason: "auth", dueAt: new Date(soon.getTime() + 1) });

  await refreshThread(test_.db, world.thread.id);

  expect(await threadRow()).toMatchObject({ nextReplyAt: soon, troubleCount: 3 });
});

test("cancelling a failed reply puts it aside, and each step is an event", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed" });
  await refreshThread(test_.db, world.thread.id);
  expect((await threadRow()).troubleCount).toBe(1);

  await cancelReply(context(), { replyId: reply.id });

  expect((await threadRow()).troubleCount).toBe(0);
  const [event] = await test_.db.select().from(events).where(eq(events.subjectId, reply.id));
  expect(event).toMatchObject({ kind: "reply.cancelled", memberId: world.member.id, threadId: world.thread.id });
});
