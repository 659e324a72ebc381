import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages, messageSources, replies, replyAttachments } from "@/lib/db/schema";
import { sendFromMailbox } from "@/lib/services/replies/send-from-mailbox";
import { putFile } from "@/lib/storage/storage";
import { contextOf, makeMailbox } from "@/lib/testing/factories";
import { makeReply, sendingThrough } from "@/lib/testing/make-reply";
import { makeUpload } from "@/lib/testing/make-upload";
import { useSmtpStage } from "@/lib/testing/smtp-stage";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const test_ = testDatabase();
const { stage, send, rowOf } = useSmtpStage(test_);

const jobsOf = async (name: string, reply: { id: string }) =>
  (await test_.db.execute(sql`select id from jobs.job where name = ${name} and data->>'replyId' = ${reply.id}`)).rows;

test("a reply leaves once, with its signature and quote, and stands in its thread as it left", async () => {
  const { server, world } = stage;
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
  const { server, world } = stage;
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
  const { server, world } = stage;
  const reply = await makeReply(test_.db, world);
  await send(reply);
  await test_.db.update(replies).set({ sentMessageId: null, filedAt: null }).where(eq(replies.id, reply.id));

  await send(reply, 3_600_000);

  expect(server.begun).toEqual([reply.messageId]);
  expect((await rowOf(reply)).status).toBe("sent");
});

test("some recipients refused: sent, with an outcome each", async () => {
  const { server, world } = stage;
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

test("uploads leave byte for byte, pictures of the body as cid parts; a file that cannot be had stops the reply", async () => {
  const { server, world } = stage;
  const content = Buffer.from(Array.from({ length: 2000 }, (_, index) => index % 256));
  await putFile("uploads/logo", content);
  const logo = { fileName: "logo.png", contentType: "image/png", size: content.length, storageKey: "uploads/logo" };
  const upload = await makeUpload(test_.db, world, logo);
  const contentId = "logo@inline";
  const reply = await makeReply(test_.db, world, { bodyHtml: `<p>Look: <img src="cid:${contentId}"></p>` });
  const file = { replyId: reply.id, position: 0, uploadId: upload.id, fileName: "logo.png", contentId };
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
