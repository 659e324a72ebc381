import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { replyAttachments, uploads } from "@/lib/db/schema";
import { deleteFile, putFile } from "@/lib/storage/storage";
import { draftInput } from "@/lib/testing/draft-input";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeUpload } from "@/lib/testing/make-upload";
import { replyRow } from "@/lib/testing/reply-row";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { findDraft } from "../drafts/find-draft";
import { saveDraft } from "../drafts/save-draft";
import { SaveDraftInput } from "../drafts/schemas";
import { reopenReply } from "./reopen-reply";
import { retryReply } from "./retry-reply";
import { undoReply } from "./undo-reply";

const test_ = testDatabase();
useFileFolder();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = () => contextOf(world.member, test_.db);

const draft = () => findDraft(context(), { threadId: world.thread.id });

async function attach(replyId: string) {
  const file = { fileName: "offer.pdf", contentType: "application/pdf", size: 3, storageKey: "uploads/offer" };
  const upload = await makeUpload(test_.db, world, file);
  await test_.db
    .insert(replyAttachments)
    .values({ replyId, position: 0, uploadId: upload.id, fileName: "offer.pdf", contentId: "offer@inline" });
  return upload;
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
  expect(await draft()).toMatchObject({
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

  const { content } = (await draft())!;
  expect(content).toMatchObject(carried);
  await saveDraft(context(), SaveDraftInput.parse({ threadId: world.thread.id, draftId, content }));
  expect((await draft())!.content).toEqual(content);
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

  const { content } = (await draft())!;
  const { fileUrl: _, ...held } = fetched;
  expect(content.attachments).toEqual([{ ...held, uploadId: expect.any(String) }, known, bare]);
  const [upload] = await test_.db.select().from(uploads).where(eq(uploads.memberId, world.member.id));
  expect(upload).toMatchObject({ ...held, storageKey, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await saveDraft(context(), SaveDraftInput.parse({ threadId: world.thread.id, draftId, content }));
  expect((await draft())!.content).toEqual(content);
});

test("a fetched file whose bytes are gone comes back as its address", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed" });
  const storageKey = `reply-attachments/${reply.id}`;
  const file = { fileUrl: "https://files.test/a.pdf", fileName: "a.pdf", contentType: "application/pdf", size: 5 };
  await test_.db.insert(replyAttachments).values({ ...file, storageKey, position: 0, replyId: reply.id });
  await putFile(storageKey, Buffer.from("bytes"));
  await deleteFile(storageKey);

  await reopenReply(context(), { replyId: reply.id });

  expect((await draft())!.content.attachments).toEqual([file]);
});

test("a colleague who reopens a reply gets its files as uploads of their own", async () => {
  const reply = await makeReply(test_.db, world, { status: "cancelled" });
  const upload = await attach(reply.id);

  await reopenReply(contextOf(world.manager, test_.db), { replyId: reply.id });

  const found = await findDraft(contextOf(world.manager, test_.db), { threadId: world.thread.id });
  const [file] = found!.content.attachments.filter((each) => "uploadId" in each);
  const [copy] = await test_.db.select().from(uploads).where(eq(uploads.id, file!.uploadId));
  expect(copy).toMatchObject({ memberId: world.manager.id, storageKey: upload.storageKey });
  expect(await draft()).toBeNull();
});

test("reopening does not throw away words that were typed meanwhile, unless told to", async () => {
  const reply = await makeReply(test_.db, world, { status: "failed" });
  await saveDraft(context(), draftInput(world, "<p>Something else</p>"));

  await expect(reopenReply(context(), { replyId: reply.id })).rejects.toMatchObject({ reason: "draft_exists" });
  expect((await replyRow(test_.db, reply.id)).status).toBe("failed");
  await reopenReply(context(), { replyId: reply.id, replaceDraft: true });

  expect((await draft())!.content.bodyHtml).toBe(reply.bodyHtml);
});

test("undo gives the words back as a draft; another draft begun meanwhile stays, and the reply can be reopened", async () => {
  const first = await makeReply(test_.db, world, { status: "scheduled" });
  const undone = await undoReply(context(), { replyId: first.id });
  expect(undone.draft).toMatchObject({ content: { bodyHtml: first.bodyHtml } });
  expect(undone.draft!.draftId).not.toBe(first.id);

  const second = await makeReply(test_.db, world, { status: "scheduled" });
  expect((await undoReply(context(), { replyId: second.id })).draft).toBeNull();
  expect(await replyRow(test_.db, second.id)).toMatchObject({ status: "cancelled", reason: "by_person" });
});
