import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { attachments, leads, messages, replies, replyAttachments, threads, uploads } from "@/lib/db/schema";
import { addBlock } from "@/lib/services/blocks/add-block";
import { AddBlockInput } from "@/lib/services/blocks/schemas";
import { claimReply } from "@/lib/services/replies/claim-reply";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { removeUnusedUploads } from "@/lib/services/uploads/remove-unused-uploads";
import { takeMessageFiles } from "@/lib/services/uploads/take-message-files";
import { hasFile } from "@/lib/storage/storage";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeCategories } from "@/lib/testing/make-categories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { composeRaw } from "@/lib/worker/compose-raw";
import { SendFromComposerInput, type ComposerExtras, type SendEmailThreadInput } from "./schemas";
import { sendEmailThread } from "./send-email-thread";
import { undoReply } from "./undo-reply";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-forward-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const own = () => contextOf(world.member, database.db);
const forward = (fields: Partial<SendEmailThreadInput> = {}, composer: Partial<ComposerExtras> = {}) => {
  const contract = { campaignId: world.campaign.number, emailStatsId: world.messages[0]!.statsId, emailBody: "" };
  const input = SendFromComposerInput.parse({
    contract: { ...contract, toEmail: "kim@partner.test", ...fields },
    composer: { draftId: randomUUID(), kind: "forward", ...composer },
  });
  return sendEmailThread(own(), input.contract, input.composer);
};
const rowOf = async (id: string) => (await database.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const threadRow = async () => (await database.db.select().from(threads).where(eq(threads.id, world.thread.id)))[0]!;
const store = (raw: Buffer, more: object = {}) =>
  ingestMessage(
    { db: database.db, now: () => new Date() },
    { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, raw, source: "inbox", ...more },
  );

/** A message with a file and a picture that its text shows. */
async function withFiles() {
  const raw = rawMail({
    from: `Ana Berg <${world.lead.email}>`,
    to: `${world.mailbox.address}, Ben <ben@lead.test>`,
    subject: "Re: The offer",
    headers: [
      `In-Reply-To: <${world.messages[0]!.messageId}>`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
    ],
    body: [
      "--b",
      'Content-Type: multipart/related; boundary="r"',
      "",
      "--r",
      "Content-Type: text/html; charset=utf-8",
      "",
      '<p>See the plan.</p><img src="cid:plan@lead.test">',
      "--r",
      "Content-Type: image/png",
      "Content-ID: <plan@lead.test>",
      "Content-Disposition: inline; filename=plan.png",
      "Content-Transfer-Encoding: base64",
      "",
      "iVBORw0KGgo=",
      "--r--",
      "--b",
      "Content-Type: text/csv; name=loads.csv",
      "Content-Disposition: attachment; filename=loads.csv",
      "",
      "hall;kW",
      "--b--",
    ].join("\r\n"),
  });
  const { messageId } = await store(raw);
  const files = await database.db.select().from(attachments).where(eq(attachments.messageId, messageId));
  return { messageId, file: files.find(({ isInline }) => !isInline)! };
}

/** The reply as if it had left, and its copy in the thread. */
async function leave(replyId: string) {
  const reply = await rowOf(replyId);
  const { raw } = await composeRaw(database.db, reply, world.mailbox, new Date());
  await database.db.update(replies).set({ status: "sent", sentAt: new Date() }).where(eq(replies.id, replyId));
  const { authorId, threadId, statsId, messageId } = reply;
  await store(raw, { source: "outbox", reply: { id: replyId, authorId, threadId, statsId, messageId } });
  // Quoted-printable breaks long lines (RFC 2045 §6.7).
  return raw.toString().replaceAll("=\r\n", "");
}

test("a forward goes to whom it names, with the original's head, text, pictures and chosen files, and answers nobody", async () => {
  const { messageId, file } = await withFiles();
  const [taken] = await takeMessageFiles(own(), { messageId, attachmentIds: [file.id] });
  const { replyId } = await forward({
    emailStatsId: world.messages[0]!.statsId,
    attachments: [{ file_url: `/api/uploads/${taken!.id}` }],
  });
  expect(await rowOf(replyId)).toMatchObject({ kind: "forward", subject: "Fwd: The offer", parentId: messageId });

  const raw = await leave(replyId);

  expect(raw).toMatch(/^To: kim@partner\.test/m);
  expect(raw).not.toMatch(/^In-Reply-To:/m);
  expect(raw).toMatch(/^References: /m);
  expect(raw).toContain("---------- Forwarded message ---------");
  expect(raw).toContain(`From: Ana Berg <${world.lead.email}>`);
  expect(raw).toContain("Subject: Re: The offer");
  expect(raw).toContain("See the plan.");
  expect(raw).toMatch(/^Content-ID: <plan@lead\.test>/im);
  expect(raw).toContain("loads.csv");
  expect(await threadRow()).toMatchObject({ isAwaitingAnswer: true, messageCount: 4, lastDirection: "out" });
});

test("a forward needs a recipient, waits for no answer, and holds to the block list", async () => {
  await expect(forward({ toEmail: undefined })).rejects.toMatchObject({ fields: [{ path: "toEmail" }] });
  const later = { scheduledTime: new Date(Date.now() + 3_600_000).toISOString() };
  await expect(forward({ ...later, scheduleCondition: "if_no_reply" })).rejects.toMatchObject({
    fields: [{ path: "scheduleCondition", reason: "of_a_reply" }],
  });
  await addBlock(contextOf(world.admin, database.db), AddBlockInput.parse({ value: "partner.test" }));
  await expect(forward()).rejects.toMatchObject({ reason: "blocked" });
});

test("only a reply must say something", () => {
  const contract = { campaignId: 1, emailStatsId: "a", emailBody: "<p></p>" };
  const draftId = randomUUID();
  expect(SendFromComposerInput.safeParse({ contract, composer: { draftId, kind: "forward" } }).success).toBe(true);
  expect(SendFromComposerInput.safeParse({ contract, composer: { draftId } }).error?.issues[0]).toMatchObject({
    path: ["contract", "emailBody"],
    message: "empty",
  });
});

test("a lead who asked not to be written to is asked about only when the forward goes to them, and a stranger becomes no lead", async () => {
  await database.db.update(leads).set({ doNotContactAt: new Date() }).where(eq(leads.id, world.lead.id));
  expect((await forward()).status).toBeDefined();
  await expect(forward({ toEmail: world.lead.email })).rejects.toMatchObject({ reason: "lead_do_not_contact" });

  const { workspaceId, mailbox } = world;
  const stranger = await makeThread(database.db, { workspaceId, mailbox, campaign: world.campaign });
  await forward({ emailStatsId: stranger.messages[0]!.statsId });
  const [row] = await database.db.select().from(threads).where(eq(threads.id, stranger.thread.id));
  expect(row).toMatchObject({ kind: "untracked", leadId: null });
});

test("a bounce of a forward says nothing about the lead, and an answer to it stops no follow-up", async () => {
  await makeCategories(database.db, world.workspaceId);
  const followUp = await makeReply(database.db, world, { scheduleCondition: "if_no_reply", status: "scheduled" });
  const { replyId } = await forward();
  await leave(replyId);
  const { messageId } = await rowOf(replyId);
  await store(
    rawMail({
      from: "MAILER-DAEMON@mx.partner.test",
      to: world.mailbox.address,
      subject: "Undelivered Mail Returned to Sender",
      headers: [`In-Reply-To: <${messageId}>`, "Auto-Submitted: auto-replied"],
      body: `<kim@partner.test>: host mx.partner.test said: 550 5.1.1 User unknown`,
    }),
  );
  expect(await threadRow()).toMatchObject({ categoryId: null });
  const [lead] = await database.db.select().from(leads).where(eq(leads.id, world.lead.id));
  expect(lead!.bouncedAt).toBeNull();

  await store(
    rawMail({
      from: "Kim <kim@partner.test>",
      to: world.mailbox.address,
      subject: "Re: Fwd: The offer",
      headers: [`In-Reply-To: <${messageId}>`],
      body: "Looks good to me.",
    }),
  );
  const claim = await claimReply(database.db, () => new Date(Date.now() + 1000), followUp.id);
  expect(claim).not.toMatchObject({ kind: "stopped" });
});

test("a file that was taken along and left out again goes as an upload, never as the message's file", async () => {
  const { messageId, file } = await withFiles();
  const [taken] = await takeMessageFiles(own(), { messageId, attachmentIds: [file.id] });
  const { replyId } = await forward({ attachments: [{ file_url: `/api/uploads/${taken!.id}` }] });

  const { draft } = await undoReply(own(), { replyId });
  expect(draft!.content).toMatchObject({ kind: "forward", attachments: [{ attachmentId: file.id }] });
  await database.db.delete(replyAttachments).where(eq(replyAttachments.replyId, replyId));
  await database.db.update(uploads).set({ createdAt: new Date(0), memberId: world.admin.id });
  expect(await removeUnusedUploads(database.db, () => new Date())).toBeGreaterThan(0);
  expect(await hasFile(file.storageKey)).toBe(true);
});

test("files of another workspace's message, or of another message, are not found", async () => {
  const { messageId, file } = await withFiles();
  const foreign = await makeWorld(database.db);
  const attachmentIds = [file.id];
  await expect(
    takeMessageFiles(contextOf(foreign.member, database.db), { messageId, attachmentIds }),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(takeMessageFiles(own(), { messageId: world.messages[0]!.id, attachmentIds })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a picture that the original names in other letters goes along, counts with the files, and stays behind in plain text", async () => {
  const { messageId } = await withFiles();
  const html = '<p>See the plan.</p><img src="cid:PLAN%40lead.test">';
  await database.db.update(messages).set({ html }).where(eq(messages.id, messageId));

  const raw = await leave((await forward()).replyId);
  expect(raw).toMatch(/^Content-ID: <plan@lead\.test>/im);
  expect(raw).toContain('src=3D"cid:plan@lead.test"');
  expect(await leave((await forward({}, { isPlain: true })).replyId)).not.toMatch(/^Content-ID:/im);

  await database.db
    .update(attachments)
    .set({ size: 26 * 1024 * 1024 })
    .where(eq(attachments.messageId, messageId));
  await expect(forward()).rejects.toMatchObject({ fields: [{ path: "attachments", reason: "too_large" }] });
  expect((await forward({}, { isPlain: true })).status).toBeDefined();
});
