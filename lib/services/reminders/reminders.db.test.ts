import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { replies, threadReminders, threads } from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { afterSend } from "@/lib/services/replies/after-send";
import { cancelReply } from "@/lib/services/replies/cancel-reply";
import { SendFromComposerInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { settleReply, type Settlement } from "@/lib/services/replies/settle-reply";
import { undoReply } from "@/lib/services/replies/undo-reply";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { dismissReminder } from "./dismiss-reminder";
import { fireDueReminders, fireReminder } from "./fire-reminder";
import { listDueReminders } from "./list-due-reminders";
import { snoozeThreads } from "./snooze-threads";

const database = testDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const DAY = 86_400_000;
const started = new Date();
const inDays = (days: number) => new Date(started.getTime() + days * DAY);
const clock = (days: number) => () => inDays(days);

/** A reply from the composer with what is wanted along with it. */
async function send(along: { archive?: true; remindAt?: string }, { thread = world, at = started } = {}) {
  const input = SendFromComposerInput.parse({
    contract: {
      campaignId: world.campaign.number,
      emailStatsId: thread.messages[0]!.statsId,
      emailBody: "<p>Thanks!</p>",
      toEmail: world.lead.email,
    },
    composer: { draftId: randomUUID(), ...along },
  });
  const context = contextOf(world.member, database.db, () => at);
  return sendEmailThread(context, input.contract, input.composer, afterSend(context, input.composer));
}
const threadRow = async (id = world.thread.id) =>
  (await database.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const reminders = () =>
  database.db.select().from(threadReminders).where(eq(threadReminders.workspaceId, world.workspaceId));
const due = (member = world.member) => listDueReminders(contextOf(member, database.db));
const answer = (headers: string[] = [], to = world, { from = world.lead.email, inReplyTo = "" } = {}) =>
  ingestMessage(
    { db: database.db, now: clock(1) },
    {
      workspaceId: world.workspaceId,
      mailboxId: world.mailbox.id,
      source: "inbox",
      raw: rawMail({
        from,
        to: world.mailbox.address,
        inReplyTo: inReplyTo || to.messages[0]!.messageId,
        date: inDays(1),
        headers,
      }),
    },
  );

test("at its time a thread that nobody answered comes back once, before its member alone", async () => {
  await send({ archive: true, remindAt: inDays(3).toISOString() });
  const [reminder] = await reminders();
  expect((await threadRow()).archivedAt).not.toBeNull();

  expect(await fireReminder(database.db, clock(2), reminder!.id)).toBe(false);
  const fired = await Promise.all([1, 2, 3].map(() => fireReminder(database.db, clock(3), reminder!.id)));

  expect(fired.filter(Boolean)).toHaveLength(1);
  expect((await threadRow()).archivedAt).toBeNull();
  expect(await due()).toMatchObject([{ threadId: world.thread.id, name: "Ana Berg", condition: "if_no_reply" }]);
  expect(await due(world.manager)).toEqual([]);
  await dismissReminder(contextOf(world.manager, database.db), { reminderId: reminder!.id });
  expect(await due()).toHaveLength(1);
  await dismissReminder(contextOf(world.member, database.db), { reminderId: reminder!.id });
  expect(await due()).toEqual([]);
});

test("a reminder whose job was lost is found by the sweep", async () => {
  await send({ remindAt: inDays(3).toISOString() });
  expect(await fireDueReminders(database.db, clock(2))).toBe(0);
  expect(await fireDueReminders(database.db, clock(4))).toBe(1);
  expect(await fireDueReminders(database.db, clock(4))).toBe(0);
});

test("an answer of the lead closes it, also one in another thread; an automatic one does not", async () => {
  await send({ remindAt: inDays(3).toISOString() });
  await answer(["Auto-Submitted: auto-replied"]);
  expect((await reminders())[0]).toMatchObject({ closedAt: null });

  const { workspaceId, mailbox, lead, campaign } = world;
  const other = await makeThread(database.db, { workspaceId, mailbox, lead, campaign });
  await answer([], { ...world, messages: other.messages });

  expect((await reminders())[0]).toMatchObject({ closedReason: "answered" });
  expect(await fireDueReminders(database.db, clock(4))).toBe(0);
});

test("who takes the reply back takes back what was done along with it", async () => {
  const { replyId } = await send({ archive: true, remindAt: inDays(3).toISOString() });

  await undoReply(
    contextOf(world.member, database.db, () => started),
    { replyId },
  );

  expect(await reminders()).toEqual([]);
  expect((await threadRow()).archivedAt).toBeNull();
});

test("what a teammate has done meanwhile stays when the reply is taken back", async () => {
  const { replyId } = await send({ archive: true });
  await database.db
    .update(threads)
    .set({ archivedAt: inDays(1) })
    .where(eq(threads.id, world.thread.id));

  await undoReply(
    contextOf(world.member, database.db, () => started),
    { replyId },
  );

  expect((await threadRow()).archivedAt).toEqual(inDays(1));
});

test("a member has one open reminder a thread, and none in the past", async () => {
  await send({ remindAt: inDays(3).toISOString() });
  await send({ remindAt: inDays(5).toISOString() });
  expect(new Set((await reminders()).map(({ closedReason }) => closedReason))).toEqual(new Set([null, "replaced"]));

  await expect(send({ remindAt: inDays(-1).toISOString() })).rejects.toMatchObject({
    fields: [{ path: "remindAt", reason: "in_the_past" }],
  });
});

test("whom a message was forwarded to does not answer for the lead; the lead does", async () => {
  await send({ remindAt: inDays(3).toISOString() });
  const forward = { id: randomUUID(), kind: "forward" as const, status: "sent" as const };
  const { messageId } = await makeReply(database.db, world, forward);

  await answer([], world, { from: "legal@elsewhere.test", inReplyTo: messageId });
  expect((await reminders())[0]).toMatchObject({ closedAt: null });

  await answer([], world, { inReplyTo: messageId });
  expect((await reminders())[0]).toMatchObject({ closedReason: "answered" });
});

const openReminders = async () =>
  (await reminders()).filter(({ closedAt }) => closedAt === null).map(({ remindAt }) => remindAt);

test("taking a reply back gives back the reminder that had to make room, and what was done before stays done", async () => {
  const later = new Date(started.getTime() + 60_000);
  const last = new Date(started.getTime() + 120_000);
  await send({ archive: true, remindAt: inDays(3).toISOString() });
  const { replyId } = await send({ archive: true, remindAt: inDays(5).toISOString() }, { at: later });
  const third = await send({ remindAt: inDays(7).toISOString() }, { at: last });
  expect(await openReminders()).toEqual([inDays(7)]);

  await cancelReply(contextOf(world.member, database.db), { replyId });
  expect(await openReminders()).toEqual([inDays(7)]);
  await undoReply(
    contextOf(world.member, database.db, () => last),
    { replyId: third.replyId },
  );

  expect(await openReminders()).toEqual([inDays(3)]);
  expect((await threadRow()).archivedAt).toEqual(started);
});

test("a reply that is cancelled takes back what was done along with it", async () => {
  const { replyId } = await send({ archive: true, remindAt: inDays(3).toISOString() });

  await cancelReply(contextOf(world.member, database.db), { replyId });

  expect(await reminders()).toEqual([]);
  expect((await threadRow()).archivedAt).toBeNull();
});

test("a reply that fails for good brings its thread back; the reminder waits for another try", async () => {
  const { replyId } = await send({ archive: true, remindAt: inDays(3).toISOString() });
  await database.db.update(replies).set({ status: "sending", claimToken: replyId }).where(eq(replies.id, replyId));
  const refused: Settlement = { kind: "refused", temporary: false, reason: "policy", response: "550 no", outcomes: [] };

  expect(await settleReply(database.db, clock(0), { replyId, token: replyId, result: refused })).toBe("failed");

  expect((await threadRow()).archivedAt).toBeNull();
  expect(await openReminders()).toEqual([inDays(3)]);
});

test("who answers has seen what came up; taking the reply back brings it up again", async () => {
  const later = new Date(started.getTime() + 60_000);
  await send({ remindAt: inDays(3).toISOString() });
  await fireDueReminders(database.db, clock(4));
  const { replyId } = await send({}, { at: later });
  expect(await due()).toEqual([]);

  await undoReply(
    contextOf(world.member, database.db, () => later),
    { replyId },
  );

  expect(await due()).toMatchObject([{ threadId: world.thread.id, because: "time" }]);
});

test("a snooze that made room for a reply hides no answer that came before the reply was taken back", async () => {
  const earlier = contextOf(world.member, database.db, () => new Date(started.getTime() - 60_000));
  await snoozeThreads(earlier, { threadIds: [world.thread.id], until: inDays(30).toISOString(), condition: "always" });
  const { replyId } = await send({ archive: true });
  await answer();

  await cancelReply(
    contextOf(world.member, database.db, () => inDays(2)),
    { replyId },
  );

  const snooze = (await reminders()).find(({ kind }) => kind === "snooze");
  expect(snooze).toMatchObject({ closedAt: null, firedBecause: "answer" });
});
