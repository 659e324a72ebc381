import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drafts, replyAttachments, uploads } from "@/lib/db/schema";
import type { DraftContent } from "@/lib/domain/draft";
import { hasFile } from "@/lib/storage/storage";
import { contextOf, makeMember, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { createUpload } from "./create-upload";
import { removeUnusedUploads } from "./remove-unused-uploads";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-unused-"));
const DAY = 86_400_000;
let world: World;
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => void (world = await makeWorld(test_.db)));

async function* bytes() {
  yield Buffer.from("an offer");
}
async function upload() {
  const file = { fileName: "offer.pdf", contentType: "application/pdf", stream: bytes() };
  const { id } = await createUpload(contextOf(world.member, test_.db), file);
  const [row] = await test_.db.select().from(uploads).where(eq(uploads.id, id));
  return row!;
}
const removed = (afterDays: number) => removeUnusedUploads(test_.db, () => new Date(Date.now() + afterDays * DAY));
const isThere = async ({ id }: { id: string }) =>
  (await test_.db.select().from(uploads).where(eq(uploads.id, id))).length === 1;

async function draft(content: Partial<DraftContent>) {
  await test_.db.insert(drafts).values({
    id: crypto.randomUUID(),
    workspaceId: world.workspaceId,
    threadId: world.thread.id,
    authorId: world.member.id,
    savedAt: new Date(),
    content: {
      parentId: world.messages[0]!.id,
      to: [],
      cc: [],
      bcc: [],
      bodyHtml: "",
      addSignature: false,
      attachments: [],
      scheduledTime: null,
      scheduledZone: null,
      scheduleCondition: "always",
      ...content,
    },
  });
}

test("an upload that nothing uses is kept a week, and then goes with its bytes", async () => {
  const { id, storageKey } = await upload();

  await removed(6.9);
  expect([await isThere({ id }), await hasFile(storageKey)]).toEqual([true, true]);

  await removed(7.1);
  expect([await isThere({ id }), await hasFile(storageKey)]).toEqual([false, false]);
});

test("what a draft lists or shows in its text stays, however old", async () => {
  const [listed, shown] = [await upload(), await upload()];
  await draft({
    attachments: [{ uploadId: listed.id, fileName: "offer.pdf", contentType: "application/pdf", size: 8 }],
    bodyHtml: `<p><img src="/api/uploads/${shown.id.toUpperCase()}"></p>`,
  });

  await removed(400);

  expect([await isThere(listed), await isThere(shown)]).toEqual([true, true]);
});

test("what a reply has stays, and so do bytes that another's upload shares", async () => {
  const [sent, original] = [await upload(), await upload()];
  const reply = await makeReply(test_.db, world, { status: "failed" });
  await test_.db
    .insert(replyAttachments)
    .values({ replyId: reply.id, position: 0, uploadId: sent.id, fileName: "offer.pdf" });
  const colleague = await makeMember(test_.db, { workspaceId: world.workspaceId });
  const later = new Date(Date.now() + 7 * DAY);
  await test_.db
    .insert(uploads)
    .values({ ...original, id: crypto.randomUUID(), memberId: colleague.id, createdAt: later });

  await removed(8);

  expect([await isThere(sent), await isThere(original)]).toEqual([true, false]);
  expect(await hasFile(original.storageKey)).toBe(true);
});
