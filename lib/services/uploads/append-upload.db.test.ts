import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { mailboxes, uploadParts, uploads } from "@/lib/db/schema";
import { PART_BYTES } from "@/lib/domain/size-limit";
import { SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { putFile } from "@/lib/storage/storage";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { appendUpload } from "./append-upload";
import { beginUpload } from "./begin-upload";
import { getUpload } from "./get-upload";
import { getUploadProgress } from "./get-upload-progress";
import { joinParts } from "./join-parts";
import { removeUnfinishedUploads } from "./remove-unfinished-uploads";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-parts-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const content = Buffer.alloc(2 * PART_BYTES + 500, "a plan of the halls. ");
const own = () => contextOf(world.member, database.db);
const begin = (size = content.length) =>
  beginUpload(own(), { fileName: "plan.pdf", contentType: "application/pdf", size });
async function* streamed(part: Uint8Array, breaksAfter = Infinity) {
  for (let at = 0; at < part.length; at += 65_536) {
    if (at >= breaksAfter) throw new Error("the connection is gone");
    yield part.subarray(at, at + 65_536);
  }
}
const append = (id: string, offset: number, { context = own(), breaksAfter = Infinity, length = PART_BYTES } = {}) =>
  appendUpload(context, { id, offset, stream: streamed(content.subarray(offset, offset + length), breaksAfter) });
const partsOf = (id: string) => database.db.select().from(uploadParts).where(eq(uploadParts.uploadId, id));

test("a file comes in parts, goes on after a lost connection where it stopped, and is whole at the end", async () => {
  const { id } = await begin();
  await append(id, 0);
  await expect(append(id, PART_BYTES, { breaksAfter: 200_000 })).rejects.toThrow("gone");
  await expect(getUpload(own(), { id })).rejects.toMatchObject({ code: "not_found" });

  const { offset } = await getUploadProgress(own(), { id });
  expect(offset).toBe(PART_BYTES);
  await append(id, offset);
  expect(await append(id, 2 * PART_BYTES)).toMatchObject({ isWhole: true, offset: content.length });

  const file = await getUpload(own(), { id });
  expect((await buffer(await file.open())).equals(content)).toBe(true);
  const [row] = await database.db.select().from(uploads).where(eq(uploads.id, id));
  expect(row).toMatchObject({ size: content.length, sha256: createHash("sha256").update(content).digest("hex") });
  expect(await partsOf(id)).toEqual([]);
});

test("a part that comes twice is kept once, and what has gone is not sent again", async () => {
  const { id } = await begin();
  const twice = await Promise.allSettled([append(id, 0), append(id, 0)]);
  expect(twice.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
  expect(await partsOf(id)).toHaveLength(1);

  await expect(append(id, 0)).rejects.toMatchObject({ code: "conflict", reason: "offset" });
  await expect(append(id, 2 * PART_BYTES)).rejects.toMatchObject({ reason: "offset" });
});

test("a file whose last part comes twice at once, or is joined by two, is whole all the same", async () => {
  const { id } = await begin();
  await append(id, 0);
  await append(id, PART_BYTES);
  const missing = joinParts(database.db, id);
  await expect(missing).rejects.toMatchObject({ code: "conflict", reason: "offset" });
  await Promise.allSettled([append(id, 2 * PART_BYTES), append(id, 2 * PART_BYTES), append(id, 2 * PART_BYTES)]);
  await Promise.all([joinParts(database.db, id), joinParts(database.db, id)]);

  const file = await getUpload(own(), { id });
  expect((await buffer(await file.open())).equals(content)).toBe(true);
  expect(await partsOf(id)).toEqual([]);
  expect(readdirSync(path.join(folder, "files", "upload-parts", id))).toEqual([]);
});

test("two who join at once make one file", async () => {
  const { id } = await begin();
  for (const offset of [0, PART_BYTES, 2 * PART_BYTES]) await keepPart(id, offset);

  await Promise.all([joinParts(database.db, id), joinParts(database.db, id)]);

  const file = await getUpload(own(), { id });
  expect((await buffer(await file.open())).equals(content)).toBe(true);
  await expect(joinParts(database.db, randomUUID())).rejects.toMatchObject({ code: "not_found" });
});

/** A part as it lies there before anybody has joined. */
async function keepPart(uploadId: string, offset: number) {
  const part = content.subarray(offset, offset + PART_BYTES);
  const storageKey = `upload-parts/${uploadId}/${newId()}`;
  await putFile(storageKey, part);
  await database.db.insert(uploadParts).values({ uploadId, offset, size: part.length, storageKey });
}

test("a part over a megabyte, or past the file's size, is refused, and an empty file is whole at once", async () => {
  const { id } = await begin();
  await expect(append(id, 0, { length: PART_BYTES + 1 })).rejects.toMatchObject({ code: "too_large" });
  const small = await begin(10);
  await expect(append(small.id, 0, { length: 11 })).rejects.toMatchObject({ code: "too_large" });
  expect(await begin(0)).toMatchObject({ isWhole: true });
});

test("nobody goes on with a colleague's file, and what is not whole is not sent", async () => {
  const { id } = await begin();
  const context = contextOf(world.admin, database.db);
  await expect(append(id, 0, { context })).rejects.toMatchObject({ code: "not_found" });
  await expect(send(id)).rejects.toMatchObject({ fields: [{ reason: "unknown_upload" }] });
});

test("what never became whole goes after a day with its parts; a whole file stays", async () => {
  const { id } = await begin();
  await append(id, 0);
  const whole = await begin(5);
  await append(whole.id, 0, { length: 5 });
  const after = (hours: number) => removeUnfinishedUploads(database.db, () => new Date(Date.now() + hours * 3_600_000));

  expect(await after(23)).toBe(0);
  expect(await after(25)).toBeGreaterThanOrEqual(1);

  expect(await database.db.$count(uploads, eq(uploads.id, id))).toBe(0);
  expect(readdirSync(path.join(folder, "files", "upload-parts", id))).toEqual([]);
  expect(await database.db.$count(uploads, eq(uploads.id, whole.id))).toBe(1);
});

test("an upload that began long ago and still goes on is kept", async () => {
  const { id } = await begin();
  await database.db
    .update(uploads)
    .set({ createdAt: new Date(Date.now() - 3 * 86_400_000) })
    .where(eq(uploads.id, id));
  await append(id, 0);

  await removeUnfinishedUploads(database.db, () => new Date());

  await append(id, PART_BYTES);
  expect(await append(id, 2 * PART_BYTES)).toMatchObject({ isWhole: true });
});

test("files are held against what the mailbox's server takes", async () => {
  await database.db
    .update(mailboxes)
    .set({ sizeLimit: 1024 * 1024 })
    .where(eq(mailboxes.id, world.mailbox.id));
  const { id } = await begin();
  for (const offset of [0, PART_BYTES, 2 * PART_BYTES]) await append(id, offset);
  await expect(send(id)).rejects.toMatchObject({ fields: [{ path: "attachments", reason: "too_large" }] });
});

const send = (uploadId: string) =>
  sendEmailThread(
    own(),
    SendEmailThreadInput.parse({
      campaignId: world.campaign.number,
      emailStatsId: world.messages[0]!.statsId,
      emailBody: "<p>Here it is.</p>",
      attachments: [{ file_url: `/api/uploads/${uploadId}` }],
    }),
  );
