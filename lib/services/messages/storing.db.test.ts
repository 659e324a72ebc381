import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attachments, messages, messageSources, replies, threads } from "@/lib/db/schema";
import { readFile } from "@/lib/storage/storage";
import { makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-store-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

const store = (raw: Buffer, more: Partial<IngestInput> = {}, now = () => new Date()) =>
  ingestMessage(
    { db: test_.db, now },
    { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, raw, source: "inbox", ...more },
  );
const messageOf = async (id: string) => (await test_.db.select().from(messages).where(eq(messages.id, id)))[0]!;
const threadOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const countMessages = () => test_.db.$count(messages, eq(messages.workspaceId, world.workspaceId));
const fromLead = (more = {}) => rawMail({ from: world.lead.email, to: world.mailbox.address, ...more });

describe("stored once", () => {
  test("the same message from many sources at the same moment is one row in one thread", async () => {
    const before = await countMessages();
    const raw = rawMail({ from: "una@strangers.test", to: world.mailbox.address, messageId: "once@strangers.test" });

    const results = await Promise.all(Array.from({ length: 8 }, () => store(raw)));

    expect(await countMessages()).toBe(before + 1);
    expect(results.filter((result) => result.isNew)).toHaveLength(1);
    expect(new Set(results.map((result) => result.threadId)).size).toBe(1);
  });

  test("two answers that arrive together are both counted", async () => {
    const inReplyTo = world.messages[0]!.messageId;

    await Promise.all(
      Array.from({ length: 6 }, (_, n) => store(fromLead({ inReplyTo, messageId: `both${n}@lead.test` }))),
    );

    expect(await threadOf(world.thread.id)).toMatchObject({ messageCount: 8, unreadCount: 7 });
  });

  test("a message without Message-ID is known again by what it says, though its trace headers differ", async () => {
    const mail = { messageId: null, date: "Mon, 06 Jul 2026 10:00:00 +0000", from: "una@strangers.test" };
    const first = await store(
      rawMail({ ...mail, headers: ["Received: from a by b; Mon, 06 Jul 2026 10:00:01 +0000"] }),
    );
    const again = await store(
      rawMail({ ...mail, headers: ["Received: from a by c; Mon, 06 Jul 2026 10:00:02 +0000"] }),
    );
    const other = await store(rawMail({ ...mail, body: "Something else." }));

    expect(again).toEqual({ ...first, isNew: false });
    expect(other.isNew).toBe(true);
  });

  test("a stranger's message does not hide behind the Message-ID of another one", async () => {
    const known = world.messages[1]!;
    const { isNew, messageId } = await store(rawMail({ from: "mallory@evil.test", messageId: known.messageId }));

    expect(isNew).toBe(true);
    expect(await messageOf(known.id)).toMatchObject({ fromAddress: known.fromAddress, text: known.text });
    expect((await messageOf(messageId)).messageId).not.toBe(known.messageId);
  });

  test("the Sent copy of our own reply is that reply, whichever is stored first", async () => {
    const reply = await makeReply(test_.db, world, { status: "sent" });
    const raw = rawMail({ from: world.mailbox.address, to: world.lead.email, messageId: reply.messageId });
    const ours = { id: reply.id, authorId: reply.authorId, threadId: reply.threadId, statsId: reply.statsId };

    const copy = await store(raw, { source: "sent" });
    const own = await store(raw, { source: "outbox", reply: { ...ours, messageId: reply.messageId } });

    expect(own).toEqual({ ...copy, isNew: false });
    expect(await messageOf(copy.messageId)).toMatchObject({
      replyId: reply.id,
      statsId: reply.statsId,
      authorId: reply.authorId,
      threadId: world.thread.id,
    });
  });
});

describe("what we wrote from an alias that is no mailbox, with a copy to ourselves", () => {
  const ALIAS = "Sam <sales@brand.test>";
  const answer = (more = {}) =>
    rawMail({
      from: ALIAS,
      to: world.lead.email,
      messageId: "alias-1@brand.test",
      inReplyTo: world.messages[1]!.messageId,
      ...more,
    });
  const copied = () => answer({ bcc: world.mailbox.address });

  test("is ours by its copy in Sent", async () => {
    const { threadId, messageId, direction } = await store(copied(), { source: "sent" });

    expect(direction).toBe("out");
    expect(await messageOf(messageId)).toMatchObject({ writer: null, readAt: expect.any(Date) });
    expect(await threadOf(threadId)).toMatchObject({ id: world.thread.id, isAwaitingAnswer: false, unreadCount: 0 });
  });

  test.each(["of a lead's thread", "of a new thread"])(
    "is ours from when Sent has it, where INBOX was faster: %s",
    async (where) => {
      const more = where === "of a new thread" ? { inReplyTo: undefined, to: "Eva Falk <eva@new.test>" } : {};
      const copy = await store(answer({ ...more, headers: ["Received: from mail.brand.test by mx.acme.test"] }));
      expect(copy.direction).toBe("in");

      const sent = await store(answer({ ...more, bcc: world.mailbox.address }), { source: "sent" });

      expect(sent).toEqual({ ...copy, isNew: false, direction: "out" });
      expect(await messageOf(copy.messageId)).toMatchObject({
        direction: "out",
        writer: null,
        readAt: expect.any(Date),
      });
      expect(await threadOf(copy.threadId)).toMatchObject({
        kind: "lead",
        contactAddress: more.to ? "eva@new.test" : world.lead.email,
        lastDirection: "out",
        isAwaitingAnswer: false,
        unreadCount: 0,
      });
    },
  );

  test("is told from what somebody only moved to Sent: that stays the other side's", async () => {
    const raw = fromLead({ cc: "eva@new.test", messageId: "moved@lead.test" });
    const { messageId } = await store(raw);
    await store(raw, { source: "sent" });

    expect(await messageOf(messageId)).toMatchObject({ direction: "in", writer: "lead" });
  });

  test("among ourselves is nobody's answer to a lead", async () => {
    const { direction } = await store(rawMail({ from: ALIAS, to: world.mailbox.address }), { source: "sent" });

    expect(direction).toBe("in");
  });
});

describe("a reply of unknown outcome", () => {
  test("did leave when its copy lies in Sent", async () => {
    const reply = await makeReply(test_.db, world, { status: "unknown", markedAt: new Date() });

    await store(rawMail({ from: world.mailbox.address, to: world.lead.email, messageId: reply.messageId }), {
      source: "sent",
    });

    expect((await test_.db.select().from(replies).where(eq(replies.id, reply.id)))[0]!.status).toBe("sent");
  });

  test("did leave when the lead answers it, and the answer joins its thread", async () => {
    const reply = await makeReply(test_.db, world, { status: "unknown", markedAt: new Date() });

    const { threadId, messageId } = await store(fromLead({ inReplyTo: reply.messageId }));

    expect((await test_.db.select().from(replies).where(eq(replies.id, reply.id)))[0]!.status).toBe("sent");
    expect(threadId).toBe(world.thread.id);
    expect((await messageOf(messageId)).statsId).toBe(reply.statsId);
  });
});

describe("a broken message", () => {
  const rawOf = async (id: string) =>
    (await test_.db.select().from(messageSources).where(eq(messageSources.messageId, id)))[0]!.raw;

  test.each([
    ["nothing at all", Buffer.alloc(0)],
    ["bytes that are no mail", Buffer.from([0, 255, 254, 10, 13, 0, 200, 7, 0, 65])],
    ["a header and no end", Buffer.from("From: una@strangers.test\r\nSubject")],
    [
      "a part that never closes",
      rawMail({ from: "una@strangers.test", headers: ["Content-Type: multipart/mixed; boundary=x"], body: "--x" }),
    ],
    [
      "NUL bytes everywhere",
      rawMail({ from: "una\0@strangers.test", subject: "a\0b", messageId: "n\0l@x.test", body: "c\0d" }),
    ],
    ["half surrogates", rawMail({ from: "=?utf-8?B?7aCA?= <una@strangers.test>", subject: "=?utf-16?B?2AA=?=" })],
    ["an endless subject", rawMail({ from: "una@strangers.test", subject: "word ".repeat(400_000) })],
    [
      "a Message-ID longer than an index takes",
      rawMail({ from: "una@strangers.test", messageId: `${"x".repeat(9_000)}@y.test` }),
    ],
  ])("%s: is kept byte for byte and shown as far as it can be read", async (_what, raw) => {
    const { messageId, isNew } = await store(raw);

    expect(isNew).toBe(true);
    expect((await rawOf(messageId)).equals(raw)).toBe(true);
    expect((await store(raw)).isNew).toBe(false);
  });

  test("a date that is missing or lies ahead is when we first saw it", async () => {
    const now = new Date("2026-07-06T12:00:00Z");
    const dates = [null, "yesterday-ish", "Fri, 01 Jan 2100 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 +0000"];
    for (const date of dates) {
      const { messageId } = await store(rawMail({ from: "una@strangers.test", date }), {}, () => now);
      expect((await messageOf(messageId)).sentAt).toEqual(now);
    }
  });
});

test("a message's files are stored under their content, and its HTML without anything that runs", async () => {
  const raw = fromLead({
    headers: ["Content-Type: multipart/mixed; boundary=b"],
    body: [
      '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p onclick="x()">Hello</p><script>alert(1)</script>',
      '--b\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x',
      "--b--",
    ].join("\r\n"),
  });

  const { messageId } = await store(raw);

  const [file] = await test_.db
    .select()
    .from(attachments)
    .where(eq(attachments.messageId, messageId))
    .orderBy(asc(attachments.position));
  const message = await messageOf(messageId);
  expect(file).toMatchObject({ fileName: "a.pdf", contentType: "application/pdf", size: 6 });
  expect((await readFile(file!.storageKey)).toString()).toBe("%PDF-1");
  expect(message).toMatchObject({ hasAttachments: true, visibleText: "Hello" });
  expect(message.html).not.toMatch(/script|onclick/);
});
