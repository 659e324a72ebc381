import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { mailboxes, messages, uploads } from "@/lib/db/schema";
import { prepareQueues } from "@/lib/jobs/boss";
import { JOBS } from "@/lib/jobs/definitions";
import { listPastMail } from "@/lib/services/imports/list-past-mail";
import { orderMailFiles } from "@/lib/services/imports/order-mail-files";
import { hasFile, putFile } from "@/lib/storage/storage";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeUpload } from "@/lib/testing/make-upload";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { readMailFilesInJob } from "./read-mail-files-in-job";

const folder = mkdtempSync(path.join(tmpdir(), "threadwell-mail-files-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const database = testDatabase();
let world: World;
beforeAll(() => prepareQueues(database.url));
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const deps = () => ({ db: database.db, now: () => new Date() });
const admin = () => contextOf(world.admin, database.db);
const letter = (name: string) =>
  rawMail({ from: "ana@lead.test", to: world.mailbox.address, messageId: `${name}@files.test`, subject: name });
const mbox = (...names: string[]) =>
  Buffer.concat(
    names.flatMap((name) => [Buffer.from("From - Tue Nov 17 16:20:00 2026\n"), letter(name), Buffer.from("\n")]),
  );

/** Whatever the admin has uploaded. */
async function upload(content: Buffer): Promise<{ id: string; storageKey: string }> {
  const storageKey = `uploads/${newId()}`;
  await putFile(storageKey, content);
  const values = { fileName: "old.mbox", contentType: "application/mbox", size: content.length, storageKey };
  return makeUpload(database.db, { workspaceId: world.workspaceId, member: world.admin }, values);
}

const order = (...files: { id: string }[]) => ({
  mailboxId: world.mailbox.id,
  name: "old.mbox",
  uploadIds: files.map(({ id }) => id),
});

test("an mbox and single messages come in once, read, and the files are gone", async () => {
  const [first, second] = [await upload(mbox("one", "two", "three")), await upload(letter("four"))];
  const input = order(first, second);
  await orderMailFiles(admin(), input);
  expect(await listPastMail(admin())).toMatchObject([{ outcome: "ordered", name: "old.mbox" }]);
  const { rows } = await database.db.execute<{ data: unknown }>(
    sql`select data from jobs.job where name = ${JOBS.readMailFiles.name} order by created_on desc limit 1`,
  );
  expect(rows[0]!.data).toEqual(input);

  await readMailFilesInJob(deps(), input);
  // The queue gives a job out again whose end it did not hear of.
  await readMailFilesInJob(deps(), input);

  const found = await database.db.select().from(messages).where(eq(messages.mailboxId, world.mailbox.id));
  const ours = found.filter(({ messageId }) => messageId.endsWith("@files.test"));
  expect(ours.map(({ subject }) => subject).toSorted()).toEqual(["four", "one", "three", "two"]);
  expect(ours.every(({ readAt }) => readAt !== null)).toBe(true);
  const told = { outcome: "done", name: "old.mbox", added: 4, known: 0, failed: 0, failedAt: [] };
  expect(await listPastMail(admin())).toMatchObject([told]);
  expect(await database.db.$count(uploads, eq(uploads.workspaceId, world.workspaceId))).toBe(0);
  expect([await hasFile(first.storageKey), await hasFile(second.storageKey)]).toEqual([false, false]);

  await readMailFilesInJob(deps(), order(await upload(mbox("three", "five"))));
  expect(await listPastMail(admin())).toMatchObject([{ added: 1, known: 1 }]);
});

test("what cannot be stored is named by its place, and stops nothing", async () => {
  const empty = Buffer.from("From - Tue Nov 17 16:20:00 2026\n\nFrom - Tue Nov 17 16:21:00 2026\n");

  await readMailFilesInJob(
    deps(),
    order(await upload(Buffer.concat([empty, letter("two"), Buffer.from("\n"), mbox("three")]))),
  );

  expect(await listPastMail(admin())).toMatchObject([{ outcome: "done", added: 2, failed: 1, failedAt: [1] }]);
});

test("orders are the admin's, of their own whole uploads and connected mailboxes", async () => {
  const own = await upload(letter("one"));
  const values = { fileName: "old.mbox", contentType: "application/mbox", size: 1, storageKey: "uploads/x" };
  const foreign = await makeUpload(database.db, world, values);
  const stranger = contextOf((await makeWorld(database.db)).admin, database.db);

  await expect(orderMailFiles(contextOf(world.manager, database.db), order(own))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(orderMailFiles(stranger, order(own))).rejects.toMatchObject({ code: "not_found" });
  await expect(orderMailFiles(admin(), order(own, foreign))).rejects.toMatchObject({ reason: "upload" });
  await database.db.update(uploads).set({ isWhole: false }).where(eq(uploads.id, own.id));
  await expect(orderMailFiles(admin(), order(own))).rejects.toMatchObject({ reason: "upload" });
  await database.db.update(mailboxes).set({ disabledAt: new Date() }).where(eq(mailboxes.id, world.mailbox.id));
  await expect(orderMailFiles(admin(), order(own))).rejects.toMatchObject({ reason: "mailbox_disabled" });
});
