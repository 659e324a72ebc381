import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { campaignLeads, leads, messages, threads } from "@/lib/db/schema";
import { makeMailbox, makeWorld, type MailboxRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-ingest-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

type Receive = Parameters<typeof rawMail>[0] & { mailbox?: MailboxRow; source?: IngestInput["source"] };

async function receive({ mailbox = world.mailbox, source = "inbox", ...mail }: Receive) {
  const raw = rawMail({ to: mailbox.address, ...mail });
  const { workspaceId } = world;
  return ingestMessage({ db: test_.db, now: () => new Date() }, { workspaceId, mailboxId: mailbox.id, raw, source });
}
const messageOf = async (id: string) => (await test_.db.select().from(messages).where(eq(messages.id, id)))[0]!;
const threadOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const leadOf = async (email: string) => (await test_.db.select().from(leads).where(eq(leads.email, email)))[0];
const sentByUs = () => world.messages[0]!;

test("a message that waits for its thread is first seen after the reply that was accepted meanwhile", async () => {
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const accepting = test_.db.transaction(async (tx) => {
    await tx.select().from(threads).where(eq(threads.id, world.thread.id)).for("no key update");
    held.resolve();
    await released.promise;
    return makeReply(tx, world, { acceptedAt: new Date() });
  });
  await held.promise;

  const arriving = receive({ from: world.lead.email, inReplyTo: sentByUs().messageId });
  await new Promise((resolve) => setTimeout(resolve, 300));
  released.resolve();
  const [reply, { messageId }] = await Promise.all([accepting, arriving]);

  expect((await messageOf(messageId)).firstSeenAt.getTime()).toBeGreaterThanOrEqual(reply.acceptedAt.getTime());
});

const PICTURES =
  '<p>Hello</p><img src="https://cdn.test/1.png"><img src="https://cdn.test/2.png" srcset="https://cdn.test/3.png 2x"><img src="https://t.test/o.gif" width="1" height="1"><p style="background:url(https://t.test/p)">x</p>';

test("pictures on other servers and trackers are counted, from a mailbox as from Smartlead, and none keeps its address", async () => {
  const { workspaceId, mailbox, lead, thread } = world;
  const html = { from: lead.email, body: PICTURES, headers: ["Content-Type: text/html; charset=utf-8"] };
  const contact = { leadId: lead.id, campaignId: world.campaign.id, name: "Ana Berg", address: lead.email };
  const given = { direction: "in" as const, threadId: thread.id, contact, statsId: "s-1", step: null };
  const raw = rawMail({ to: mailbox.address, ...html });
  const input = { workspaceId, mailboxId: mailbox.id, raw, source: "smartlead" as const, given };

  const found = await receive(html);
  const told = await ingestMessage({ db: test_.db, now: () => new Date() }, input);

  for (const { messageId } of [found, told]) {
    const stored = await messageOf(messageId);
    expect(stored).toMatchObject({ remoteImages: 2, trackers: 1 });
    expect(stored.html.replaceAll(/data-remote-src="[^"]*"/g, "")).not.toMatch(/cdn\.test|t\.test/);
  }
});

describe("what we send", () => {
  test("is outbound wherever it is found, and is no answer of the lead", async () => {
    const { direction, threadId } = await receive({
      from: world.mailbox.address.toUpperCase(),
      to: world.lead.email,
      inReplyTo: world.messages[1]!.messageId,
    });

    expect(direction).toBe("out");
    expect(threadId).toBe(world.thread.id);
    expect(await threadOf(threadId)).toMatchObject({ lastDirection: "out", unreadCount: 1 });
  });

  test("settles nothing while only an INBOX has it, since anybody may bear our address", async () => {
    const forged = { from: world.mailbox.address, source: "inbox" as const };
    await receive({ ...forged, to: world.lead.email, inReplyTo: world.messages[1]!.messageId });
    const toStranger = await receive({ ...forged, to: "victim@strangers.test" });
    const answer = await receive({ from: "victim@strangers.test", subject: "Who are you?" });

    expect(await threadOf(world.thread.id)).toMatchObject({ isAwaitingAnswer: true, unreadCount: 1 });
    expect(await threadOf(toStranger.threadId)).toMatchObject({ kind: "untracked", leadId: null });
    expect(await threadOf(answer.threadId)).toMatchObject({ kind: "untracked", leadId: null });
    expect(await leadOf("victim@strangers.test")).toBeUndefined();
  });

  test("counts from when the Sent folder has it too", async () => {
    const toLead = { from: world.mailbox.address, to: world.lead.email, inReplyTo: world.messages[1]!.messageId };
    const toNew = { from: world.mailbox.address, to: "Eva Falk <eva@proven.test>", messageId: "proven-2@acme.test" };
    const early = await receive({ from: "eva@proven.test", messageId: "proven-0@proven.test" });
    for (const mail of [
      { ...toLead, messageId: "proven-1@acme.test" },
      { ...toNew, inReplyTo: "proven-0@proven.test" },
    ]) {
      await receive({ ...mail, source: "inbox" });
      await receive({ ...mail, source: "sent" });
    }
    const answer = await receive({ from: "eva@proven.test", inReplyTo: toNew.messageId });

    expect(await threadOf(world.thread.id)).toMatchObject({ isAwaitingAnswer: false, messageCount: 3 });
    expect(await threadOf(answer.threadId)).toMatchObject({
      kind: "lead",
      leadId: (await leadOf("eva@proven.test"))!.id,
      messageCount: 3,
    });
    expect((await messageOf(early.messageId)).writer).toBe("lead");
  });

  test("is known by the outbox's Message-ID wherever it is found first", async () => {
    const reply = await makeReply(test_.db, world, { status: "sent" });

    await receive({ from: world.mailbox.address, to: world.lead.email, messageId: reply.messageId });

    expect(await threadOf(world.thread.id)).toMatchObject({ isAwaitingAnswer: false });
  });

  test("from another program makes its reader a lead of Direct, whose answer joins", async () => {
    const sent = await receive({
      from: world.mailbox.address,
      to: '"Falk, Eva" <eva@new.test>',
      source: "sent",
      messageId: "first@acme.test",
    });
    const answer = await receive({ from: "eva@new.test", inReplyTo: "first@acme.test" });

    const lead = await leadOf("eva@new.test");
    const thread = await threadOf(sent.threadId);
    expect(lead).toMatchObject({ firstName: "Eva", lastName: "Falk" });
    expect(thread).toMatchObject({ kind: "lead", leadId: lead!.id });
    expect(await test_.db.select().from(campaignLeads).where(eq(campaignLeads.leadId, lead!.id))).toHaveLength(1);
    expect(answer.threadId).toBe(sent.threadId);
  });

  test("makes a lead of a stranger whom it answers", async () => {
    const stranger = await receive({ from: "Gus <gus@strangers.test>", messageId: "gus1@strangers.test" });
    await receive({
      from: world.mailbox.address,
      to: "gus@strangers.test",
      inReplyTo: "gus1@strangers.test",
      source: "sent",
    });

    expect(await threadOf(stranger.threadId)).toMatchObject({
      kind: "lead",
      leadId: (await leadOf("gus@strangers.test"))!.id,
    });
  });

  test("joins the answer that was stored before it", async () => {
    const early = await receive({ from: "hal@new.test", inReplyTo: "late@acme.test" });
    const sent = await receive({
      from: world.mailbox.address,
      to: "hal@new.test",
      messageId: "late@acme.test",
      source: "sent",
      date: new Date(Date.now() - 3_600_000),
    });

    expect(sent.threadId).toBe(early.threadId);
    expect(await threadOf(early.threadId)).toMatchObject({ kind: "lead", messageCount: 2, isAwaitingAnswer: true });
  });

  test("among ourselves stays out of the inbox, whatever it names", async () => {
    const { threadId } = await receive({ from: world.mailbox.address, inReplyTo: sentByUs().messageId });

    expect((await threadOf(threadId)).kind).toBe("bulk");
  });

  test("belongs to the mailbox that it is from, also when another own mailbox got a copy", async () => {
    const other = await makeMailbox(test_.db, { workspaceId: world.workspaceId });
    const mail = { from: world.mailbox.address, to: "ida@new.test", cc: other.address, messageId: "copied@acme.test" };
    const copy = await receive({ ...mail, mailbox: other });
    const sent = await receive({ ...mail, source: "sent" });

    expect(sent).toEqual({ ...copy, isNew: false });
    expect((await messageOf(copy.messageId)).mailboxId).toBe(world.mailbox.id);
  });
});

describe("a thread's row", () => {
  test("says who wrote last, what is unread and whether somebody waits, in whatever order messages come", async () => {
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const newest = await receive({
      from: `Ana Berg <${world.lead.email}>`,
      inReplyTo: sentByUs().messageId,
      body: "The newest of all.",
      date: at(2),
    });
    await receive({ from: world.lead.email, inReplyTo: sentByUs().messageId, body: "Older.", date: at(20) });

    expect(await threadOf(world.thread.id)).toMatchObject({
      lastMessageId: newest.messageId,
      snippet: "The newest of all.",
      lastFrom: "Ana Berg",
      messageCount: 4,
      unreadCount: 3,
      isAwaitingAnswer: true,
    });
  });

  test("an out-of-office is attached, but is no answer and opens no archived thread", async () => {
    const inReplyTo = world.messages[1]!.messageId;
    await receive({ from: world.mailbox.address, to: world.lead.email, inReplyTo, source: "sent" });
    await test_.db.update(threads).set({ archivedAt: new Date() }).where(eq(threads.id, world.thread.id));

    const { threadId, messageId } = await receive({
      from: world.lead.email,
      subject: "Automatic reply: holiday",
      headers: ["Auto-Submitted: auto-replied"],
    });

    expect(threadId).toBe(world.thread.id);
    expect((await messageOf(messageId)).isAutomatic).toBe(true);
    expect(await threadOf(threadId)).toMatchObject({ isAwaitingAnswer: false, archivedAt: expect.any(Date) });
  });

  test("an archived thread comes back when the lead writes", async () => {
    await test_.db.update(threads).set({ archivedAt: new Date() }).where(eq(threads.id, world.thread.id));

    await receive({ from: world.lead.email, inReplyTo: sentByUs().messageId });

    expect((await threadOf(world.thread.id)).archivedAt).toBeNull();
  });

  test("what was answered from another program counts as read", async () => {
    await receive({
      from: world.mailbox.address,
      to: world.lead.email,
      inReplyTo: world.messages[1]!.messageId,
      source: "sent",
      date: new Date(),
    });

    expect((await threadOf(world.thread.id)).unreadCount).toBe(0);
  });
});
