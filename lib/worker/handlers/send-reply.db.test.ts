import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailboxes, messages, messageSources, replies, replyAttachments, uploads } from "@/lib/db/schema";
import { retryReply } from "@/lib/services/replies/retry-reply";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { sendFromMailbox } from "@/lib/services/replies/send-from-mailbox";
import { resolveUnknownByMessageId } from "@/lib/services/replies/resolve-unknown-by-message-id";
import { putFile } from "@/lib/storage/storage";
import { contextOf, makeMailbox, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply, sendingThrough } from "@/lib/testing/make-reply";
import { startSmtpServer, type CountingServer } from "@/lib/testing/smtp-server";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sendReply } from "./send-reply";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-send-"));
let server: CountingServer;
let world: World;

beforeAll(async () => {
  server = await startSmtpServer();
  process.env.DATA_DIR = folder;
  process.env.ALLOW_PRIVATE_HOSTS = `127.0.0.1:${server.port}`;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  server.behave({});
  server.taken.length = 0;
  server.begun.length = 0;
  world = await makeWorld(test_.db);
  await test_.db
    .update(mailboxes)
    .set({ ...sendingThrough(server), signatureHtml: "<p>Sam Reed, Acme</p>" })
    .where(eq(mailboxes.id, world.mailbox.id));
});

const deps = (aheadMs = 0) => ({ db: test_.db, now: () => new Date(Date.now() + aheadMs) });
const send = (reply: { id: string }, aheadMs = 0) => sendReply(deps(aheadMs), { replyId: reply.id });
const rowOf = async (reply: { id: string }) =>
  (await test_.db.select().from(replies).where(eq(replies.id, reply.id)))[0]!;
const jobsOf = async (name: string, reply: { id: string }) =>
  (await test_.db.execute(sql`select id from jobs.job where name = ${name} and data->>'replyId' = ${reply.id}`)).rows;

test("a reply leaves once, with its signature and quote, and stands in its thread as it left", async () => {
  const bcc = [{ name: "", address: "boss@acme.test" }];
  const reply = await makeReply(test_.db, world, { addSignature: true, bcc });

  expect(await Promise.all([send(reply), send(reply)])).toContain("tried");

  expect(server.taken).toHaveLength(1);
  const { raw, to, messageId } = server.taken[0]!;
  expect(to).toEqual([world.lead.email, "boss@acme.test"]);
  expect(messageId).toBe(reply.messageId);
  expect(raw).toContain(`In-Reply-To: <${world.messages.at(-1)!.messageId}>`);
  expect(raw).toContain("Sam Reed, Acme");
  expect(raw).toContain("Thanks, tell me more.");
  expect(raw).not.toContain("boss@acme.test");
  const sent = await rowOf(reply);
  expect(sent).toMatchObject({ status: "sent", attempts: 1, sentAt: expect.any(Date), markedAt: expect.any(Date) });
  const [message] = await test_.db.select().from(messages).where(eq(messages.id, sent.sentMessageId!));
  expect(message).toMatchObject({
    direction: "out",
    threadId: world.thread.id,
    statsId: reply.statsId,
    replyId: reply.id,
    bcc,
  });
  const [source] = await test_.db.select().from(messageSources).where(eq(messageSources.messageId, message!.id));
  expect(source!.raw.toString()).toBe(raw);
  expect(await jobsOf("file-sent-copy", reply)).toHaveLength(1);
});

test("a reply that a person sends from another mailbox leaves as that mailbox's, and stands in the same thread", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed", reason: "policy", addSignature: true });
  const maya = await makeMailbox(test_.db, {
    ...sendingThrough(server),
    workspaceId: world.workspaceId,
    address: "maya@other.test",
    displayName: "Maya Lind",
    signatureHtml: "<p>Maya Lind, Other</p>",
  });

  await sendFromMailbox(contextOf(world.member, test_.db), { replyId: reply.id, mailboxId: maya.id });
  await send(reply);

  const { raw, messageId } = server.taken[0]!;
  expect(raw).toMatch(/^From: "?Maya Lind"? <maya@other\.test>/m);
  expect(raw).toContain("Maya Lind, Other");
  expect(raw).not.toContain("Sam Reed, Acme");
  expect(messageId).toMatch(/@other\.test$/);
  const { sentMessageId } = await rowOf(reply);
  const [message] = await test_.db.select().from(messages).where(eq(messages.id, sentMessageId!));
  expect(message).toMatchObject({ threadId: world.thread.id, mailboxId: maya.id, messageId });
});

test("a failing copy never sends the mail again", async () => {
  const reply = await makeReply(test_.db, world);
  await send(reply);
  await test_.db.update(replies).set({ sentMessageId: null, filedAt: null }).where(eq(replies.id, reply.id));

  await send(reply, 3_600_000);

  expect(server.begun).toEqual([reply.messageId]);
  expect((await rowOf(reply)).status).toBe("sent");
});

test("a greylisted reply is tried again later with the same Message-ID", async () => {
  const reply = await makeReply(test_.db, world);
  server.behave({ onRcptTo: () => ({ code: 451, text: "4.7.1 Greylisted" }) });
  await send(reply);
  expect(await rowOf(reply)).toMatchObject({ status: "queued", reason: "recipients", attempts: 1, markedAt: null });

  server.behave({});
  expect(await send(reply, 30_000)).toBe("idle");
  expect(await send(reply, 61_000)).toBe("tried");

  expect(server.taken.map(({ messageId }) => messageId)).toEqual([reply.messageId]);
  expect(await rowOf(reply)).toMatchObject({ status: "sent", reason: null, attempts: 2 });
});

test("a server that is full after the dot has not taken the mail: the mark goes, and it is tried again", async () => {
  const reply = await makeReply(test_.db, world);
  server.behave({ onEnd: () => ({ code: 452 }) });
  await send(reply);
  expect(await rowOf(reply)).toMatchObject({ status: "queued", markedAt: null });

  server.behave({});
  await send(reply, 61_000);

  expect(server.taken).toHaveLength(1);
});

test("temporary refusals end after about a day as a failure with the server's words", async () => {
  const reply = await makeReply(test_.db, world);
  server.behave({ onRcptTo: () => ({ code: 450, text: "try later" }) });
  let ahead = 0;

  for (let tries = 0; tries < 12; tries++) {
    await send(reply, ahead);
    const { nextAttemptAt } = await rowOf(reply);
    if (nextAttemptAt) ahead = nextAttemptAt.getTime() - Date.now() + 10;
  }

  const failed = await rowOf(reply);
  expect(failed).toMatchObject({ status: "failed", reason: "recipients", attempts: 10 });
  expect(failed.detail).toContain("try later");
  expect(ahead / 3_600_000).toBeGreaterThan(23);
  expect(ahead / 3_600_000).toBeLessThan(28);
});

test("a connection lost after the dot is unknown, and no look at it sends again", async () => {
  const reply = await makeReply(test_.db, world);
  server.behave({ onTaken: () => ({ hangUp: true }) });
  await send(reply);
  expect(await rowOf(reply)).toMatchObject({ status: "unknown", markedAt: expect.any(Date) });

  server.behave({});
  await send(reply, 3_600_000);
  await expect(retryReply(contextOf(world.member, test_.db), { replyId: reply.id })).rejects.toMatchObject({
    code: "conflict",
    reason: "outcome_unknown",
  });

  expect(server.begun).toEqual([reply.messageId]);
});

test("an unknown reply that turns up in the Sent folder or is answered was sent", async () => {
  for (const evidence of ["sent_folder", "answer"] as const) {
    const reply = await makeReply(test_.db, world);
    server.behave({ onTaken: () => ({ hangUp: true }) });
    await send(reply);
    const { workspaceId, mailbox } = world;
    const found = { workspaceId, mailboxId: mailbox.id, messageIds: ["other@x.test", reply.messageId], evidence };

    const resolved = await test_.db.transaction((tx) => resolveUnknownByMessageId(tx, found));

    expect(resolved).toEqual([reply.id]);
    expect(await rowOf(reply)).toMatchObject({ status: "sent", sentAt: expect.any(Date) });
  }
});

test("a person who knows that it did not arrive may retry, with the same Message-ID", async () => {
  const reply = await makeReply(test_.db, world);
  server.behave({ onEnd: () => ({ hangUp: true }) });
  await send(reply);
  const context = contextOf(world.member, test_.db);

  await resolveUnknownReply(context, { replyId: reply.id, arrived: false });
  await retryReply(context, { replyId: reply.id });
  server.behave({});
  await send(reply, 1000);

  expect(server.taken.map(({ messageId }) => messageId)).toEqual([reply.messageId]);
  expect((await rowOf(reply)).status).toBe("sent");
});

test("some recipients refused: sent, with an outcome each", async () => {
  const cc = [{ name: "", address: "gone@lead.test" }];
  const reply = await makeReply(test_.db, world, { cc });
  server.behave({ onRcptTo: (address) => (address === "gone@lead.test" ? { code: 550 } : undefined) });

  await send(reply);

  expect(await rowOf(reply)).toMatchObject({
    status: "sent",
    outcomes: [
      { address: world.lead.email, accepted: true },
      { address: "gone@lead.test", accepted: false },
    ],
  });
});

test("a wrong password holds the reply and says so at the mailbox", async () => {
  const strict = await startSmtpServer({ requireAuth: true });
  try {
    const { env } = await import("@/lib/core/env");
    env().ALLOW_PRIVATE_HOSTS.push(`127.0.0.1:${strict.port}`);
    await test_.db
      .update(mailboxes)
      .set({ ...sendingThrough(strict), smtpUser: strict.user })
      .where(eq(mailboxes.id, world.mailbox.id));
    const reply = await makeReply(test_.db, world);

    await send(reply);

    expect(await rowOf(reply)).toMatchObject({ status: "queued", heldReason: "auth", markedAt: null });
    const [mailbox] = await test_.db.select().from(mailboxes).where(eq(mailboxes.id, world.mailbox.id));
    expect(mailbox).toMatchObject({ state: "failing", stateReason: "auth" });
    expect(await send(reply, 3_600_000)).toBe("held");
  } finally {
    await strict.stop();
  }
});

test("uploads leave byte for byte, pictures of the body as cid parts; a file that cannot be had stops the reply", async () => {
  const content = Buffer.from(Array.from({ length: 2000 }, (_, index) => index % 256));
  await putFile("uploads/logo", content);
  const [upload] = await test_.db
    .insert(uploads)
    .values({
      workspaceId: world.workspaceId,
      memberId: world.member.id,
      fileName: "logo.png",
      contentType: "image/png",
      size: content.length,
      sha256: "",
      storageKey: "uploads/logo",
    })
    .returning();
  const contentId = "logo@inline";
  const reply = await makeReply(test_.db, world, { bodyHtml: `<p>Look: <img src="cid:${contentId}"></p>` });
  const file = { replyId: reply.id, position: 0, uploadId: upload!.id, fileName: "logo.png", contentId };
  await test_.db.insert(replyAttachments).values(file);
  await send(reply);
  const raw = server.taken[0]!.raw.replace(/\r\n/g, "");
  expect(raw).toContain(content.toString("base64").slice(0, 200));
  expect(raw).toMatch(/Content-Id: <logo@inline>/i);
  expect(raw).not.toContain("data:image");

  const broken = await makeReply(test_.db, world);
  const fileUrl = "https://127.0.0.1:9/private.pdf";
  await test_.db.insert(replyAttachments).values({ replyId: broken.id, position: 0, fileUrl, fileName: "private.pdf" });
  await send(broken);
  expect(await rowOf(broken)).toMatchObject({ status: "failed", reason: "attachment", detail: "private.pdf" });
  expect(server.taken).toHaveLength(1);
});
