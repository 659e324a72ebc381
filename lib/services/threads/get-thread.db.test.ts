import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { attachments, messages, replies, threads } from "@/lib/db/schema";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { contextOf, makeMessage, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { getThread } from "./get-thread";
import { markThreadRead } from "./mark-thread-read";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const ctx = () => contextOf(world.member, test_.db);
const threadId = () => world.thread.id;

test("a thread comes with its messages, oldest first, and with what the API asks for", async () => {
  const { campaign, mailbox, lead, messages: stored } = world;
  const thread = await getThread(ctx(), { threadId: threadId() });

  expect(thread.messages.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  expect(thread.messages[1]!.api).toEqual({
    campaignId: campaign.number,
    emailStatsId: stored[1]!.statsId,
    replyMessageId: `<${stored[1]!.messageId}>`,
    id: threadId(),
  });
  expect(thread).toMatchObject({
    kind: "lead",
    lead: { email: lead.email },
    campaign: { number: campaign.number, isDirect: false },
    ownAddresses: [mailbox.address],
  });
  expect(thread.messages[1]).toMatchObject({
    direction: "in",
    hasHtml: true,
    isUnread: true,
    from: { address: lead.email },
  });
});

test("no body in HTML and no secret of a mailbox is in it", async () => {
  const thread = JSON.stringify(await getThread(ctx(), { threadId: threadId() }));
  expect(thread).not.toContain("<p>");
  expect(thread).not.toMatch(/password|imapHost|smtpHost/i);
});

test("somebody else's thread is as absent as one that never was", async () => {
  const foreign = await makeWorld(test_.db);
  for (const id of [foreign.thread.id, 999_999_999])
    await expect(getThread(ctx(), { threadId: id })).rejects.toMatchObject({ code: "not_found" });
});

test("a picture inside the text is no file, all else is", async () => {
  const { thread, mailbox, workspaceId } = world;
  const html = '<p><img src="cid:Logo@x"></p>';
  const message = await makeMessage(test_.db, { thread, mailbox }, { html, hasAttachments: true });
  const file = (position: number, contentType: string, contentId: string | null) => ({
    workspaceId,
    messageId: message.id,
    position,
    contentType,
    contentId,
    fileName: `${position}`,
    size: 1,
    sha256: "x",
    storageKey: "x",
    isInline: true,
  });
  await test_.db
    .insert(attachments)
    .values([
      file(0, "image/png", "logo@X"),
      file(1, "image/svg+xml", "logo@x"),
      file(2, "image/png", "other@x"),
      file(3, "application/pdf", null),
    ]);

  const shown = (await getThread(ctx(), { threadId: threadId() })).messages.find(({ id }) => id === message.id);
  expect(shown?.attachments.map(({ fileName, isInline }) => [fileName, isInline])).toEqual([
    ["0", true],
    ["1", false],
    ["2", false],
    ["3", false],
  ]);
});

test("pictures on other servers are known without the HTML, also of mail that was stored before they were counted", async () => {
  const { thread, mailbox } = world;
  const html =
    '<table><tr><td><img alt="" data-remote-src="https://x.test/1"><img data-remote-src="https://x.test/2"></td></tr></table>';
  await makeMessage(test_.db, { thread, mailbox }, { html, remoteImages: 2, trackers: 3 }, world.messages);
  await makeMessage(test_.db, { thread, mailbox }, { html, sentAt: new Date(Date.now() + 60_000) }, world.messages);
  const { messages: shown } = await getThread(ctx(), { threadId: threadId() });
  expect(shown.slice(-2).map(({ pictures }) => pictures)).toEqual([
    { remote: 2, trackers: 3, consent: null },
    { remote: 2, trackers: 0, consent: null },
  ]);
  expect(shown[0]!.pictures).toEqual({ remote: 0, trackers: 0, consent: null });
});

test("a thread of two hundred messages takes less than a tenth of a second to read", async () => {
  const { thread, mailbox } = world;
  const text = "Thanks, and one more question about the rates from Izmir. ".repeat(30);
  const html = `<div style="color:#1f497d"><p>${text}</p><img data-remote-src="https://cdn.test/a.png"></div>`;
  for (let nth = 0; nth < 198; nth++) {
    const replyTo = [{ name: "", address: "office@elsewhere.test" }];
    await makeMessage(test_.db, { thread, mailbox }, { text, html, remoteImages: 1, replyTo });
  }
  const read = () => getThread(ctx(), { threadId: threadId() });
  await read();

  const times = [await cpuTimeOf(read), await cpuTimeOf(read), await cpuTimeOf(read)];

  expect((await read()).messages).toHaveLength(200);
  expect(Math.min(...times), "ms of the processor").toBeLessThan(100);
});

test("a reply is shown until it is a message, and then with that message", async () => {
  const { workspaceId, mailbox, member, messages: stored } = world;
  const [reply] = await test_.db
    .insert(replies)
    .values({
      workspaceId,
      threadId: threadId(),
      mailboxId: mailbox.id,
      parentId: stored[1]!.id,
      authorId: member.id,
      origin: "composer",
      status: "scheduled",
      to: [{ name: "Ana", address: "ana@lead.test" }],
      subject: "Re: A question",
      bodyHtml: "<p>Yes</p>",
      addSignature: true,
      dueAt: new Date("2026-11-20T09:00:00Z"),
      messageId: `${crypto.randomUUID()}@acme.test`,
      statsId: crypto.randomUUID(),
      acceptedAt: new Date("2026-11-19T09:00:00Z"),
    })
    .returning();
  const waiting = await getThread(ctx(), { threadId: threadId() });
  expect(waiting.replies).toMatchObject([
    { id: reply!.id, status: "scheduled", isMine: true, dueAt: "2026-11-20T09:00:00.000Z" },
  ]);

  const sent = await makeMessage(
    test_.db,
    world,
    { direction: "out", replyId: reply!.id, authorId: member.id },
    stored,
  );
  await test_.db.update(replies).set({ status: "sent", sentMessageId: sent.id }).where(eq(replies.id, reply!.id));
  const after = await getThread(ctx(), { threadId: threadId() });
  expect(after.replies).toEqual([]);
  expect(after.messages.at(-1)).toMatchObject({
    sentFrom: { replyId: reply!.id, kind: "reply", status: "sent" },
    author: { id: member.id },
  });
});

test("reading marks every message that was shown and came in, once, and never another workspace's", async () => {
  const foreign = await makeWorld(test_.db);
  const messageIds = [...world.messages, ...foreign.messages].map(({ id }) => id);
  const read = (id: number) => markThreadRead(ctx(), { threadId: id, messageIds });
  expect(await read(threadId())).toEqual({ read: 1 });
  expect(await read(threadId())).toEqual({ read: 0 });
  expect(await read(foreign.thread.id)).toEqual({ read: 0 });

  const [own] = await test_.db.select().from(threads).where(eq(threads.id, threadId()));
  const [other] = await test_.db.select().from(threads).where(eq(threads.id, foreign.thread.id));
  expect([own!.unreadCount, other!.unreadCount]).toEqual([0, 1]);
  const inbound = await test_.db.select().from(messages).where(eq(messages.threadId, threadId()));
  expect(inbound.filter(({ direction, readAt }) => direction === "in" && !readAt)).toEqual([]);
});

test("what came since the thread was shown stays unread", async () => {
  const { thread, mailbox } = world;
  const shown = (await getThread(ctx(), { threadId: threadId() })).messages.map(({ id }) => id);
  const later = await makeMessage(test_.db, { thread, mailbox }, {}, world.messages);

  await markThreadRead(ctx(), { threadId: threadId(), messageIds: shown });

  const { unreadCount, messages: all } = await getThread(ctx(), { threadId: threadId() });
  expect(unreadCount).toBe(1);
  expect(all.flatMap(({ id, isUnread }) => (isUnread ? [id] : []))).toEqual([later.id]);
});

test("it says who gave the category, or why the rules did", async () => {
  const set = (values: Partial<typeof threads.$inferInsert>) =>
    test_.db.update(threads).set(values).where(eq(threads.id, threadId()));
  const why = async () => (await getThread(ctx(), { threadId: threadId() })).categoryWhy;

  expect(await why()).toBeNull();
  await set({ categorySource: "rule", categoryBecause: "words: not interested" });
  expect(await why()).toEqual({ source: "rule", reason: "words: not interested" });
  const { manager } = world;
  await set({ categorySource: "person", categoryBecause: manager.id });
  expect(await why()).toEqual({ source: "person", by: { id: manager.id, name: manager.name } });
  await set({ categoryBecause: (await makeWorld(test_.db)).manager.id });
  expect(await why()).toEqual({ source: "person", by: null });
});
