import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq, inArray, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { messages, messageSources, notifications, threadFollowers, threadReminders, threads } from "@/lib/db/schema";
import { makeMailbox, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";
import { readIncoming } from "./read-incoming";
import { storeIncoming } from "./store-incoming";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-batch-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

const deps = () => ({ db: test_.db, now: () => new Date() });
const inputOf = (raw: Buffer, more: Partial<IngestInput> = {}): IngestInput => ({
  workspaceId: world.workspaceId,
  mailboxId: world.mailbox.id,
  raw,
  source: "inbox",
  ...more,
});
const storeAll = async (inputs: IngestInput[]) =>
  (await storeIncoming(deps(), await readIncoming(deps(), inputs))).map((result) => result!);
const mailOf = (mail: Partial<Parameters<typeof rawMail>[0]>) =>
  rawMail({ from: world.lead.email, to: world.mailbox.address, ...mail });
const threadOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0];
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** What a workspace's threads are, told without ids that differ from run to run. */
async function shapeOf(of: World) {
  const rows = await test_.db
    .select({
      messageId: messages.messageId,
      writer: messages.writer,
      kind: threads.kind,
      count: threads.messageCount,
      unread: threads.unreadCount,
      snippet: threads.snippet,
      from: threads.lastFrom,
      isAwaitingAnswer: threads.isAwaitingAnswer,
      because: threads.categoryBecause,
      threadId: threads.id,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(and(eq(messages.workspaceId, of.workspaceId)))
    .orderBy(messages.messageId);
  const known = new Set(of.messages.map(({ messageId }) => messageId));
  const neighbours = (threadId: number) =>
    rows.filter((row) => row.threadId === threadId && !known.has(row.messageId)).map(({ messageId }) => messageId);
  return rows
    .filter(({ messageId }) => !known.has(messageId))
    .map(({ threadId, from, ...row }) => ({
      ...row,
      from: from.replace(of.lead.email, "lead"),
      with: neighbours(threadId),
    }));
}

test("a batch leaves what storing one by one leaves: parents and children, a late parent, strangers, our own, an automatic one", async () => {
  const second = await makeWorld(test_.db);
  const mailsOf = ({ lead, mailbox, messages: [ours] }: World) => {
    const from = `Ana Berg <${lead.email}>`;
    const to = mailbox.address;
    const absent = { headers: ["Auto-Submitted: auto-replied"], subject: "Out of office" };
    return [
      rawMail({ from, to, messageId: "a1@lead.test", body: "Is it still free?", date: ago(60) }),
      rawMail({
        from,
        to,
        messageId: "a2@lead.test",
        inReplyTo: "a1@lead.test",
        body: "I mean the big one.",
        date: ago(59),
      }),
      rawMail({ from: "una@b.test", to, messageId: "s2@b.test", inReplyTo: "s1@b.test", body: "And?", date: ago(50) }),
      rawMail({ from: "una@b.test", to, messageId: "s1@b.test", body: "Hello there", date: ago(55) }),
      rawMail({
        from,
        to,
        messageId: "b1@lead.test",
        inReplyTo: ours!.messageId,
        body: "Please call me.",
        date: ago(40),
      }),
      rawMail({ from, to, messageId: "b2@lead.test", inReplyTo: ours!.messageId, body: "Or write.", date: ago(39) }),
      rawMail({ from, to, messageId: "o1@lead.test", ...absent, body: "I am away.", date: ago(30) }),
      rawMail({
        from: to,
        to: lead.email,
        messageId: "w1@acme.test",
        inReplyTo: "a2@lead.test",
        body: "Yes.",
        date: ago(20),
      }),
      rawMail({
        from,
        to,
        messageId: "a3@lead.test",
        inReplyTo: "w1@acme.test",
        body: "Great, thank you.",
        date: ago(10),
      }),
      rawMail({ from, to, messageId: "a1@lead.test", body: "Is it still free?", date: ago(60) }),
    ];
  };

  const results = await storeAll(mailsOf(world).map((raw) => inputOf(raw)));
  for (const raw of mailsOf(second))
    await ingestMessage(deps(), inputOf(raw, { workspaceId: second.workspaceId, mailboxId: second.mailbox.id }));

  expect(await shapeOf(world)).toEqual(await shapeOf(second));
  expect(results.map(({ isNew }) => isNew)).toEqual([true, true, true, true, true, true, true, true, true, false]);
  const stored = results.slice(0, 9).map(({ messageId }) => messageId);
  expect(await test_.db.$count(messageSources, inArray(messageSources.messageId, stored))).toBe(9);
});

test("a parent that comes after its children in the same batch has them, and what was to be told of their threads is told of its", async () => {
  const { member, workspaceId } = world;
  const remindAt = new Date(Date.now() + 3_600_000);
  const reminder = { workspaceId, memberId: member.id, remindAt, createdAt: ago(1) };

  await test_.db
    .insert(threadReminders)
    .values({ ...reminder, threadId: world.thread.id, condition: "if_no_reply" as const });
  const [child, parent] = await storeAll([
    inputOf(mailOf({ inReplyTo: "parent@lead.test", messageId: "child@lead.test", date: ago(5) })),
    inputOf(mailOf({ inReplyTo: world.messages[0]!.messageId, messageId: "parent@lead.test", date: ago(6) })),
  ]);

  expect(parent!.threadId).toBe(world.thread.id);
  expect(await threadOf(child!.threadId)).toBeUndefined();
  expect(await threadOf(world.thread.id)).toMatchObject({ messageCount: 4 });
  const [closed] = await test_.db.select().from(threadReminders).where(eq(threadReminders.workspaceId, workspaceId));
  expect(closed).toMatchObject({ closedReason: "answered" });
});

test("duplicates in one batch are one row, and the same Message-ID in two mailboxes is two", async () => {
  const other = await makeMailbox(test_.db, { workspaceId: world.workspaceId });
  const raw = rawMail({ from: "una@b.test", to: world.mailbox.address, cc: other.address, messageId: "both@b.test" });

  const results = await storeAll([inputOf(raw), inputOf(raw), inputOf(raw, { mailboxId: other.id })]);

  expect(results.map(({ isNew }) => isNew)).toEqual([true, false, true]);
  expect(results[1]!.messageId).toBe(results[0]!.messageId);
  const rows = await test_.db.select().from(messages).where(eq(messages.messageId, "both@b.test"));
  expect(rows.map(({ mailboxId }) => mailboxId).toSorted()).toEqual([world.mailbox.id, other.id].toSorted());
});

test("one that cannot be stored takes the whole batch back, and each is then stored by itself", async () => {
  const inputs = ["p1", "p2", "p3"].map((id) => inputOf(mailOf({ messageId: `${id}@lead.test` })));
  const read = await readIncoming(deps(), inputs);
  const poisoned = read.map((message, at) => (at === 1 ? { ...message, text: "a\u0000b" } : message));
  const ids = ["p1@lead.test", "p2@lead.test", "p3@lead.test"];
  const isOurs = and(eq(messages.workspaceId, world.workspaceId), inArray(messages.messageId, ids));

  await expect(storeIncoming(deps(), poisoned)).rejects.toThrow();
  expect(await test_.db.$count(messages, isOurs)).toBe(0);
  expect(await test_.db.$count(threads, eq(threads.workspaceId, world.workspaceId))).toBe(1);

  for (const input of inputs) await ingestMessage(deps(), input);
  expect(await test_.db.$count(messages, isOurs)).toBe(3);
});

test("a connection that dies between two messages of a batch loses none and doubles none", async () => {
  const read = await readIncoming(deps(), [
    inputOf(mailOf({ messageId: "k1@lead.test" })),
    inputOf(mailOf({ messageId: "k2@lead.test", inReplyTo: "k1@lead.test" })),
    // An absence that names nothing has the two before it written first, since it joins its lead's newest thread.
    inputOf(mailOf({ messageId: "k3@lead.test", headers: ["Auto-Submitted: auto-replied"] })),
    inputOf(mailOf({ messageId: "k4@lead.test", inReplyTo: "k2@lead.test" })),
  ]);
  const isOurs = and(eq(messages.workspaceId, world.workspaceId), like(messages.messageId, "k_@lead.test"));
  await test_.db.execute(sql`create function die() returns trigger language plpgsql as
    $$ begin if new.message_id = 'k3@lead.test' then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$`);
  await test_.db.execute(sql`create trigger die after insert on messages for each row execute function die()`);

  await expect(storeIncoming(deps(), read)).rejects.toThrow();
  expect(await test_.db.$count(messages, isOurs)).toBe(0);
  expect(await test_.db.$count(threads, eq(threads.workspaceId, world.workspaceId))).toBe(1);

  await test_.db.execute(sql`drop function die cascade`);
  await storeIncoming(deps(), read);
  await storeIncoming(deps(), read);
  const stored = await test_.db.select().from(messages).where(isOurs).orderBy(messages.messageId);
  expect(stored.map(({ messageId }) => messageId)).toEqual([1, 2, 3, 4].map((at) => `k${at}@lead.test`));
  const threadIds = new Set(stored.map(({ threadId }) => threadId));
  expect(threadIds.size).toBe(1);
  expect(await threadOf([...threadIds][0]!)).toMatchObject({ messageCount: 4, unreadCount: 4 });
  const sources = stored.map(({ id }) => id);
  expect(await test_.db.$count(messageSources, inArray(messageSources.messageId, sources))).toBe(4);
});

test("who follows a thread is told of each answer in a batch", async () => {
  const { member, thread } = world;
  await test_.db.insert(threadFollowers).values({ threadId: thread.id, memberId: member.id });
  const inReplyTo = world.messages[0]!.messageId;

  await storeAll([inputOf(mailOf({ inReplyTo })), inputOf(mailOf({ inReplyTo })), inputOf(mailOf({}))]);

  expect(await test_.db.$count(notifications, eq(notifications.threadId, thread.id))).toBe(2);
});

test("two answers in one batch to a reply of which only the outbox knows leave their thread as the newer one says", async () => {
  const { messageId: inReplyTo } = await makeReply(test_.db, world, { status: "unknown", markedAt: ago(10) });

  const results = await storeAll([
    inputOf(mailOf({ inReplyTo, body: "First thoughts.", date: ago(3) })),
    inputOf(mailOf({ inReplyTo, body: "And more of them.", date: ago(2) })),
  ]);

  expect(results.map(({ threadId }) => threadId)).toEqual([world.thread.id, world.thread.id]);
  const said = { messageCount: 4, snippet: "And more of them.", lastMessageId: results[1]!.messageId };
  expect(await threadOf(world.thread.id)).toMatchObject(said);
});
