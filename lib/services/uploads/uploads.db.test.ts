import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { replies, replyAttachments, uploads } from "@/lib/db/schema";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { createUpload } from "./create-upload";
import { getUpload } from "./get-upload";
import { CreateUploadInput, MAX_UPLOAD_BYTES } from "./schemas";

const folder = mkdtempSync(path.join(tmpdir(), "threadwell-uploads-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

async function* chunks(count: number, size: number) {
  for (let index = 0; index < count; index++) yield Buffer.alloc(size, index);
}

const own = () => contextOf(world.member, database.db);
const upload = (stream = chunks(3, 1000), fileName = "offer.pdf") =>
  createUpload(own(), { fileName, contentType: "application/pdf", stream });

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

test("a file streams in and back out byte for byte", async () => {
  const content = await buffer(chunks(3, 1000));

  const made = await upload();

  const back = await getUpload(own(), { id: made.id });
  expect(await buffer(await back.open())).toEqual(content);
  const [row] = await database.db.select().from(uploads).where(eq(uploads.id, made.id));
  expect(row).toMatchObject({ size: 3000, sha256: createHash("sha256").update(content).digest("hex") });
});

test("a file over 25 MB is refused while it streams, and nothing of it is kept", async () => {
  const before = readdirSync(path.join(folder, "files", "uploads")).length;

  const code = await codeOf(upload(chunks(26, MAX_UPLOAD_BYTES / 25)));

  expect(code).toBe("too_large");
  expect(readdirSync(path.join(folder, "files", "uploads"))).toHaveLength(before);
  expect(await database.db.$count(uploads, eq(uploads.workspaceId, world.workspaceId))).toBe(0);
});

test("nobody reads a colleague's upload", async () => {
  const { id } = await upload();

  expect(await codeOf(getUpload(contextOf(world.admin, database.db), { id }))).toBe("not_found");
});

test("names that are paths or hide control characters are refused, unknown types become plain bytes", () => {
  for (const fileName of ["../etc/passwd", "a\\b", "a\r\nb", "", "x".repeat(256)])
    expect(CreateUploadInput.safeParse({ fileName, contentType: "" }).success, fileName).toBe(false);
  expect(CreateUploadInput.parse({ fileName: "a", contentType: "<script>" }).contentType).toBe(
    "application/octet-stream",
  );
});

const send = (fields: Partial<SendEmailThreadInput>, member = world.member) =>
  sendEmailThread(
    contextOf(member, database.db),
    SendEmailThreadInput.parse({
      campaignId: world.campaign.number,
      emailStatsId: world.messages[0]!.statsId,
      emailBody: "Hello",
      ...fields,
    }),
  );
const filesOf = (replyId: string) =>
  database.db
    .select()
    .from(replyAttachments)
    .where(eq(replyAttachments.replyId, replyId))
    .orderBy(replyAttachments.position);

test("own uploads are recognised by their address, in order and never fetched", async () => {
  const [first, second] = [await upload(), await upload(chunks(1, 5), "terms.txt")];
  const file_url = `http://localhost:3000/api/uploads/${second.id}`;

  const { replyId } = await send({
    attachments: [
      { file_url, file_name: "Terms.txt", file_size: 1 },
      { file_url: `/api/uploads/${first.id}` },
      { file_url: "https://8.8.8.8/price%20list.pdf" },
    ],
  });

  expect(await filesOf(replyId)).toMatchObject([
    { uploadId: second.id, fileUrl: null, fileName: "Terms.txt", size: 5, contentId: null },
    { uploadId: first.id, fileName: "offer.pdf", contentType: "application/pdf", size: 3000 },
    { uploadId: null, fileUrl: "https://8.8.8.8/price%20list.pdf", fileName: "price list.pdf", storageKey: null },
  ]);
});

test("a colleague's upload, or none at all, is refused by its place in the list", async () => {
  const { id } = await upload();
  const attempt = async (uploadId: string, member = world.member) =>
    send({ attachments: [{ file_url: `/api/uploads/${uploadId}` }] }, member).catch((error: AppError) => error.fields);

  const problem = [{ path: "attachments.0.file_url", reason: "unknown_upload" }];
  expect(await attempt(id, world.manager)).toEqual(problem);
  expect(await attempt(randomUUID())).toEqual(problem);
});

test("a picture in the text leaves as a part of the message, listed or not", async () => {
  const { id } = await upload(chunks(1, 10), "logo.png");

  const { replyId } = await send({ emailBody: `<p>Look: <img src="/api/uploads/${id}"></p>` });

  const [row] = await database.db.select().from(replies).where(eq(replies.id, replyId));
  const [file] = await filesOf(replyId);
  expect(file).toMatchObject({ uploadId: id, fileName: "logo.png" });
  expect(row!.bodyHtml).toBe(`<p>Look: <img src="cid:${file!.contentId}"></p>`);
});

test("files of more than 25 MB together are refused", async () => {
  const half = () => upload(chunks(14, 1024 * 1024));
  const attachments = [await half(), await half()].map(({ id }) => ({ file_url: `/api/uploads/${id}` }));

  const fields = await send({ attachments }).catch((error: AppError) => error.fields);

  expect(fields).toMatchObject([{ path: "attachments", reason: "too_large" }]);
});
