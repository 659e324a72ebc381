import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, threads } from "@/lib/db/schema";
import { CHANNEL } from "@/lib/realtime/notify";
import { claimReply } from "@/lib/services/replies/claim-reply";
import { makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
type Letter = Partial<Parameters<typeof rawMail>[0]> & { days: number };

/** A lead writes to the world's mailbox, and the letter comes in from the past. */
function bringIn({ days, ...letter }: Letter, where: Partial<IngestInput> = {}) {
  const { workspaceId, mailbox, lead } = world;
  const raw = rawMail({ from: lead.email, to: mailbox.address, subject: "Old times", date: ago(days), ...letter });
  return ingestMessage(
    { db: database.db, now: () => new Date() },
    { workspaceId, mailboxId: mailbox.id, raw, source: "import", ...where },
  );
}
const threadOf = async (id: number) => (await database.db.select().from(threads).where(eq(threads.id, id)))[0]!;

test("what comes in from the past is read, and waits for an answer unless it is long past", async () => {
  const young = await bringIn({ days: 3 });
  const old = await bringIn({ days: 90, subject: "Older times" });

  expect(await threadOf(young.threadId)).toMatchObject({ unreadCount: 0, isAwaitingAnswer: true, archivedAt: null });
  expect(await threadOf(old.threadId)).toMatchObject({ unreadCount: 0, archivedAt: expect.any(Date) });
  const rows = await database.db.select().from(messages).where(eq(messages.threadId, old.threadId));
  expect(rows).toMatchObject([{ direction: "in", readAt: rows[0]!.sentAt, firstSeenAt: rows[0]!.sentAt }]);
});

test("it takes no thread out of Done, puts none into it, and leaves what is unread unread", async () => {
  const [parent] = world.messages;
  const done = ago(1);
  const answer = { inReplyTo: parent!.messageId, subject: `Re: ${world.thread.subject}` };
  await database.db.update(threads).set({ archivedAt: done, unreadCount: 1 }).where(eq(threads.id, world.thread.id));

  const { threadId } = await bringIn({ days: 60, ...answer });
  const whileDone = await threadOf(threadId);
  await bringIn({ days: 0, ...answer, messageId: "new@lead.test" }, { source: "inbox" });
  await bringIn({ days: 70, ...answer, messageId: "older@lead.test" });

  expect(threadId).toBe(world.thread.id);
  expect(whileDone).toMatchObject({ archivedAt: done, messageCount: 3 });
  expect(await threadOf(threadId)).toMatchObject({ archivedAt: null, messageCount: 5, lastFrom: expect.any(String) });
  const unread = await database.db
    .select({ messageId: messages.messageId, readAt: messages.readAt })
    .from(messages)
    .where(eq(messages.threadId, threadId))
    .orderBy(asc(messages.sentAt));
  expect(unread.filter(({ readAt }) => readAt === null).map(({ messageId }) => messageId)).toContain("new@lead.test");
});

test("nobody is told that it came, and the same mail again is there once", async () => {
  const client = await database.pool.connect();
  const heard: string[] = [];
  client.on("notification", ({ payload = "" }) => void heard.push(payload));
  await client.query(`listen ${CHANNEL}`);

  const first = await bringIn({ days: 3, messageId: "once@lead.test" });
  const second = await bringIn({ days: 3, messageId: "once@lead.test" });
  await bringIn({ days: 0, messageId: "today@lead.test" }, { source: "inbox" });
  await client.query("select 1");
  client.release(true);

  expect([first.isNew, second.isNew]).toEqual([true, false]);
  expect(heard.map((payload) => (JSON.parse(payload) as { arrived: boolean }).arrived)).toEqual([false, true]);
});

test("an old answer that is brought in cancels no follow-up that was planned since, a new one does", async () => {
  const [parent] = world.messages;
  const followUp = () =>
    makeReply(database.db, world, { scheduleCondition: "if_no_reply", acceptedAt: new Date(Date.now() - 600_000) });
  const now = () => new Date();
  const [first, second] = [await followUp(), await followUp()];

  await bringIn({ days: 20, inReplyTo: parent!.messageId, messageId: "old@lead.test" });
  const afterOld = await claimReply(database.db, now, first.id);
  await bringIn({ days: 0, inReplyTo: parent!.messageId, messageId: "fresh@lead.test" });
  const afterNew = await claimReply(database.db, now, second.id);

  expect(afterOld).toEqual({ kind: "held", reason: "sync_stale" });
  expect(afterNew).toMatchObject({ kind: "stopped", reason: "lead_answered" });
});
