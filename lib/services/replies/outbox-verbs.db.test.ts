import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drafts, events, replies, replyAttachments, threads, uploads } from "@/lib/db/schema";
import type { REPLY_STATUSES } from "@/lib/domain/reply-state";
import { contextOf, makeMember, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { deleteFile, putFile } from "@/lib/storage/storage";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discardDraft } from "../drafts/discard-draft";
import { findDraft } from "../drafts/find-draft";
import { saveDraft } from "../drafts/save-draft";
import { SaveDraftInput } from "../drafts/schemas";
import { refreshThread } from "../threads/refresh-thread";
import { cancelReply } from "./cancel-reply";
import { reopenReply } from "./reopen-reply";
import { rescheduleReply } from "./reschedule-reply";
import { retryReply } from "./retry-reply";
import { sendReplyNow } from "./send-reply-now";
import { undoReply } from "./undo-reply";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-outbox-"));
let world: World;
beforeAll(() => {
  process.env.DATA_DIR = folder;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = () => contextOf(world.member, test_.db);
const rowOf = async (id: string) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const threadRow = async () => (await test_.db.select().from(threads).where(eq(threads.id, world.thread.id)))[0]!;
const contentOf = (bodyHtml: string) => ({
  parentId: world.messages.at(-1)!.id,
  to: ["ana@lead.test"],
  cc: ["not yet an addr"],
  bcc: ["boss@acme.test"],
  bodyHtml,
  addSignature: false,
  attachments: [],
  scheduledTime: null,
  scheduledZone: null,
  scheduleCondition: "if_no_reply" as const,
});
const draft = (bodyHtml: string, draftId = crypto.randomUUID()) => ({
  threadId: world.thread.id,
  draftId,
  content: contentOf(bodyHtml),
});

async function attach(replyId: string) {
  const file = { fileName: "offer.pdf", contentType: "application/pdf", size: 3, storageKey: "uploads/offer" };
  const [upload] = await test_.db
    .insert(uploads)
    .values({ ...file, workspaceId: world.workspaceId, memberId: world.member.id, sha256: "" })
    .returning();
  await test_.db
    .insert(replyAttachments)
    .values({ replyId, position: 0, uploadId: upload!.id, fileName: "offer.pdf", contentId: "offer@inline" });
  return upload!;
}

test("a failed reply reopens as a new draft, whole, and can no longer be retried", async () => {
  const reply = await makeReply(test_.db, world, {
    status: "failed",
    reason: "recipients",
    cc: [{ name: "Berg, Ben", address: "ben@lead.test" }],
    bcc: [{ name: "", address: "boss@acme.test" }],
    bodyHtml: '<p>Hi</p><img src="cid:offer@inline">',
    addSignature: true,
    scheduledAt: new Date("2027-01-01T09:00:00Z"),
    scheduledZone: "Europe/Berlin",
    scheduleCondition: "if_no_reply",
  });
  const upload = await attach(reply.id);

  const { draftId } = await reopenReply(context(), { replyId: reply.id });

  expect(draftId).not.toBe(reply.id);
  expect(await findDraft(context(), { threadId: world.thread.id })).toMatchObject({
    draftId,
    content: {
      parentId: reply.parentId,
      to: [`Ana Berg <${world.lead.email}>`],
      cc: ['"Berg, Ben" <ben@lead.test>'],
      bcc: ["boss@acme.test"],
      bodyHtml: `<p>Hi</p><img src="/api/uploads/${upload.id}">`,
      addSignature: true,
      attachments: [{ uploadId: upload.id, fileName: "offer.pdf", contentId: "offer@inline" }],
      scheduledTime: "2027-01-01T09:00:00.000Z",
      scheduledZone: "Europe/Berlin",
      scheduleCondition: "if_no_reply",
    },
  });
  await expect(retryReply(context(), { replyId: reply.id })).rejects.toMatchObject({ reason: "already_cancelled" });
});

test("what only an API call says of a reply comes back with it, and stays when the draft is saved again", async () => {
  const carried = { replyEmailBody: "<p>Their words</p>", replyEmailTime: "2026-11-18T09:52:00Z", seqType: "BUMP" };
  const reply = await makeReply(test_.db, world, { status: "failed", ...carried });

  const { draftId } = await reopenReply(context(), { replyId: reply.id });

  const { content } = (await findDraft(context(), { threadId: world.thread.id }))!;
  expect(content).toMatchObject(carried);
  await saveDraft(context(), SaveDraftInput.parse({ threadId: world.thread.id, draftId, content }));
  expect((await findDraft(context(), { threadId: world.thread.id }))!.content).toEqual(content);
});

test("files from addresses come back: fetched ones as uploads, the others as the addresses they were", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed" });
  const storageKey = `reply-attachments/${reply.id}`;
  const fetched = { fileUrl: "https://files.test/a.pdf", fileName: "a.pdf", contentType: "application/pdf", size: 5 };
  const known = { fileUrl: "https://files.test/b.pdf", fileName: "b.pdf", contentType: "application/pdf", size: 12 };
  const bare = { fileUrl: "https://files.test/c", fileName: "c", contentType: null, size: null };
  await putFile(storageKey, Buffer.from("bytes"));
  const files = [{ ...fetched, storageKey }, known, bare].map((file, position) => ({ ...file, position }));
  await test_.db.insert(replyAttachments).values(files.map((file) => ({ ...file, replyId: reply.id })));

  const { draftId } = await reopenReply(context(), { replyId: reply.id });

  const { content } = (await findDraft(context(), { threadId: world.thread.id }))!;
  const { fileUrl: _, ...held } = fetched;
  expect(content.attachments).toEqual([{ ...held, uploadId: expect.any(String) }, known, bare]);
  const [upload] = await test_.db.select().from(uploads).where(eq(uploads.memberId, world.member.id));
  expect(upload).toMatchObject({ ...held, storageKey, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await saveDraft(context(), SaveDraftInput.parse({ threadId: world.thread.id, draftId, content }));
  expect((await findDraft(context(), { threadId: world.thread.id }))!.content).toEqual(content);
});

test("a fetched file whose bytes are gone comes back as its address", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed" });
  const storageKey = `reply-attachments/${reply.id}`;
  const file = { fileUrl: "https://files.test/a.pdf", fileName: "a.pdf", contentType: "application/pdf", size: 5 };
  await test_.db.insert(replyAttachments).values({ ...file, storageKey, position: 0, replyId: reply.id });
  await putFile(storageKey, Buffer.from("bytes"));
  await deleteFile(storageKey);

  await reopenReply(context(), { replyId: reply.id });

  expect((await findDraft(context(), { threadId: world.thread.id }))!.content.attachments).toEqual([file]);
});

test("a colleague who reopens a reply gets its files as uploads of their own", async () => {
  const reply = await makeReply(test_.db, world, { status: "cancelled" });
  const upload = await attach(reply.id);

  await reopenReply(contextOf(world.manager, test_.db), { replyId: reply.id });

  const found = await findDraft(contextOf(world.manager, test_.db), { threadId: world.thread.id });
  const [file] = found!.content.attachments.filter((each) => "uploadId" in each);
  const [copy] = await test_.db.select().from(uploads).where(eq(uploads.id, file!.uploadId));
  expect(copy).toMatchObject({ memberId: world.manager.id, storageKey: upload.storageKey });
  expect(await findDraft(context(), { threadId: world.thread.id })).toBeNull();
});

test("reopening does not throw away words that were typed meanwhile, unless told to", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed" });
  await saveDraft(context(), draft("<p>Something else</p>"));

  await expect(reopenReply(context(), { replyId: reply.id })).rejects.toMatchObject({ reason: "draft_exists" });
  expect((await rowOf(reply.id)).status).toBe("failed");
  await reopenReply(context(), { replyId: reply.id, replaceDraft: true });

  const found = await findDraft(context(), { threadId: world.thread.id });
  expect(found!.content.bodyHtml).toBe(reply.bodyHtml);
});

test("undo gives the words back as a draft; another draft begun meanwhile stays, and the reply can be reopened", async () => {
  const first = await makeReply(test_.db, world, { status: "scheduled" });
  const undone = await undoReply(context(), { replyId: first.id });
  expect(undone.draft).toMatchObject({ content: { bodyHtml: first.bodyHtml } });
  expect(undone.draft!.draftId).not.toBe(first.id);

  const second = await makeReply(test_.db, world, { status: "scheduled" });
  expect((await undoReply(context(), { replyId: second.id })).draft).toBeNull();
  expect(await rowOf(second.id)).toMatchObject({ status: "cancelled", reason: "by_person" });
});

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

test("a draft keeps every field as typed, is the author's alone, and lies in its own thread", async () => {
  const input = draft("<p>Half a sen</p>");
  await saveDraft(context(), input);

  expect(await findDraft(context(), { threadId: world.thread.id })).toMatchObject({
    draftId: input.draftId,
    content: input.content,
  });
  expect(await findDraft(contextOf(world.manager, test_.db), { threadId: world.thread.id })).toBeNull();
  const other = await makeWorld(test_.db);
  await expect(saveDraft(context(), { ...input, threadId: other.thread.id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a draft's id that lies in another thread, or with another author, is a conflict", async () => {
  const input = draft("<p>Here</p>");
  await saveDraft(context(), input);
  const { thread, messages } = await makeThread(test_.db, { ...world, messages: [{}] });
  const elsewhere = { ...input, threadId: thread.id, content: { ...input.content, parentId: messages[0]!.id } };

  const taken = { code: "conflict", reason: "draft_of_another_thread" };
  await expect(saveDraft(context(), elsewhere)).rejects.toMatchObject(taken);
  await expect(saveDraft(contextOf(world.manager, test_.db), input)).rejects.toMatchObject(taken);
});

test("what the database cannot hold does not keep a draft from being saved", async () => {
  await saveDraft(context(), SaveDraftInput.parse(draft("<p>a\0b \ud83d</p>")));

  const saved = await findDraft(context(), { threadId: world.thread.id });
  expect(saved?.content.bodyHtml).toBe("<p>ab \ufffd</p>");
});

test("two tabs that begin at once share one draft, and neither overwrites what it has not seen", async () => {
  const [a, b] = await Promise.all([saveDraft(context(), draft("<p>a</p>")), saveDraft(context(), draft("<p>b</p>"))]);
  expect(a.draftId).toBe(b.draftId);

  const seen = (await findDraft(context(), { threadId: world.thread.id }))!.savedAt;
  await new Promise((resolve) => setTimeout(resolve, 5));
  const saved = await saveDraft(context(), { ...draft("<p>c</p>"), basedOn: seen });

  await expect(saveDraft(context(), { ...draft("<p>d</p>"), basedOn: seen })).rejects.toMatchObject({
    reason: "draft_changed",
  });
  expect((await saveDraft(context(), { ...draft("<p>e</p>"), basedOn: saved.savedAt })).draftId).toBe(a.draftId);
});

test("a late save of a draft that has become a reply brings nothing back", async () => {
  const reply = await makeReply(test_.db, world, { status: "scheduled" });

  await expect(saveDraft(context(), draft("<p>late</p>", reply.id))).rejects.toMatchObject({ reason: "already_sent" });

  expect(await test_.db.select().from(drafts).where(eq(drafts.id, reply.id))).toEqual([]);
});

test("only its author can throw a draft away", async () => {
  const { draftId } = await saveDraft(context(), draft("<p>mine</p>"));

  await discardDraft(contextOf(world.manager, test_.db), { draftId });
  expect(await findDraft(context(), { threadId: world.thread.id })).not.toBeNull();
  await discardDraft(context(), { draftId });
  expect(await findDraft(context(), { threadId: world.thread.id })).toBeNull();
});
