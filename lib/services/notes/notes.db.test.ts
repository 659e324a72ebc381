import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text as textOf } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accessGrants, events, members, replies, threadFollowers, uploads } from "@/lib/db/schema";
import { getPrintedThread } from "@/lib/services/threads/get-printed-thread";
import { listTimeline } from "@/lib/services/threads/list-timeline";
import { openThread } from "@/lib/services/threads/open-thread";
import { listNotifications } from "@/lib/services/notifications/list-notifications";
import { SendFromComposerInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { createUpload } from "@/lib/services/uploads/create-upload";
import { removeUnusedUploads } from "@/lib/services/uploads/remove-unused-uploads";
import { contextOf, makeMember, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { composeRaw } from "@/lib/worker/compose-raw";
import { addNote } from "./add-note";
import { editNote } from "./edit-note";
import { listNotes } from "./list-notes";
import { openNoteFile } from "./open-note-file";
import { removeNote } from "./remove-note";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-notes-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const NOTHING = { mailboxIds: [], campaignIds: [] };
const as = (member: MemberRow, options?: Parameters<typeof contextOf>[3]) =>
  contextOf(member, database.db, () => new Date(), options);
const here = () => ({ threadId: world.thread.id });
const write = (text: string, { by = world.member, uploadIds = [] as string[] } = {}) =>
  addNote(as(by), { ...here(), text, uploadIds });
const naming = (member: MemberRow) => `@[${member.id}]`;
const notes = (reader = world.manager) => listNotes(as(reader), here());
const told = async (member: MemberRow) =>
  (await listNotifications(as(member), {})).notifications.map(({ kind, by, subjectId }) => [kind, by?.id, subjectId]);

async function upload(owner = world.member, content = "twelve halls") {
  async function* bytes() {
    yield Buffer.from(content);
  }
  const file = { fileName: "halls.txt", contentType: "text/plain", stream: bytes() };
  return (await createUpload(as(owner), file)).id;
}
/** A member who sees only what is granted to them: nothing yet. */
const narrowed = () => makeMember(database.db, { workspaceId: world.workspaceId, name: "Ned Marsh", seesAll: false });

test("who is named in a note is told, follows the thread, and is read by the name that they have today", async () => {
  const { noteId } = await write(`Ask ${naming(world.manager)} first.`);

  expect(await told(world.manager)).toEqual([["mentioned", world.member.id, noteId]]);
  const followers = await database.db
    .select()
    .from(threadFollowers)
    .where(eq(threadFollowers.threadId, world.thread.id));
  expect(followers.map(({ memberId }) => memberId)).toEqual([world.manager.id]);
  await database.db.update(members).set({ name: "Mia Holm" }).where(eq(members.id, world.manager.id));
  expect(await notes()).toMatchObject([
    { id: noteId, author: { id: world.member.id }, mentions: [{ id: world.manager.id, name: "Mia Holm" }] },
  ]);
  const { entries } = await listTimeline(as(world.member), here());
  expect(entries[0]).toMatchObject({ kind: "noted", text: "Ask @Mia Holm first." });
});

test("who does not see the thread cannot be named, and once they do they can", async () => {
  const { workspaceId, mailbox } = world;
  const ned = await narrowed();
  const stranger = await makeWorld(database.db);
  const client = await makeMember(database.db, { workspaceId, role: "client" });
  const gone = await makeMember(database.db, { workspaceId, deactivatedAt: new Date() });
  for (const member of [ned, client, gone, stranger.member])
    await expect(write(`Look, ${naming(member)}`)).rejects.toMatchObject({ reason: "mention_out_of_sight" });
  expect(await notes()).toEqual([]);

  await database.db.insert(accessGrants).values({ workspaceId, memberId: ned.id, mailboxId: mailbox.id });
  await write(`Look, ${naming(ned)}`);

  expect(await told(ned)).toHaveLength(1);
});

test("clients, other workspaces and who does not see the thread neither write nor read notes", async () => {
  const { workspaceId } = world;
  const client = await makeMember(database.db, { workspaceId, role: "client" });
  const other = await makeWorld(database.db);
  const { noteId } = await write("Only for us.");
  const file = { noteId, uploadId: randomUUID() };

  const reads = { mailboxIds: [world.mailbox.id], campaignIds: [] };
  const asClient = as(client, { scope: reads });
  for (const attempt of [
    () => addNote(asClient, { ...here(), text: "Mine", uploadIds: [] }),
    () => editNote(asClient, { noteId, text: "Mine" }),
    () => removeNote(asClient, { noteId }),
    () => listNotes(asClient, here()),
    () => openNoteFile(asClient, file),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  const { entries } = await listTimeline(asClient, here());
  expect(entries.some(({ kind }) => kind === "noted")).toBe(false);

  for (const stranger of [as(other.admin), as(world.member, { scope: NOTHING })])
    for (const attempt of [
      () => addNote(stranger, { ...here(), text: "Mine", uploadIds: [] }),
      () => editNote(stranger, { noteId, text: "Mine" }),
      () => removeNote(stranger, { noteId }),
      () => listNotes(stranger, here()),
      () => openNoteFile(stranger, file),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
});

test("only its author changes a note; who is named only then is told, and nobody twice", async () => {
  const { noteId } = await write(`For ${naming(world.manager)}.`);
  await expect(editNote(as(world.admin), { noteId, text: "Mine" })).rejects.toMatchObject({ code: "forbidden" });

  await editNote(as(world.member), { noteId, text: `For ${naming(world.manager)} and ${naming(world.admin)}.` });
  await editNote(as(world.member), { noteId, text: `For ${naming(world.admin)}.` });

  expect(await told(world.manager)).toHaveLength(1);
  expect(await told(world.admin)).toHaveLength(1);
  const [note] = await notes();
  expect(note!.mentions.map(({ id }) => id)).toEqual([world.admin.id]);
  expect(note!.editedAt).not.toBeNull();
});

test("a note is taken away by its author or by who leads the team, with its files, and is nowhere then", async () => {
  const peer = await makeMember(database.db, { workspaceId: world.workspaceId });
  const uploadId = await upload();
  const { noteId } = await write("With a file.", { uploadIds: [uploadId] });
  await expect(removeNote(as(peer), { noteId })).rejects.toMatchObject({ code: "forbidden" });

  await removeNote(as(world.manager), { noteId });

  expect(await notes()).toEqual([]);
  const { entries } = await listTimeline(as(world.member), here());
  expect(entries.some(({ kind }) => kind === "noted")).toBe(false);
  await expect(openNoteFile(as(world.member), { noteId, uploadId })).rejects.toMatchObject({ code: "not_found" });
  const own = await write("Mine");
  await removeNote(as(world.member), own);
  await expect(removeNote(as(world.member), own)).rejects.toMatchObject({ code: "not_found" });
});

test("a note's files are whole uploads of its author's own, which colleagues read and no clean-up takes", async () => {
  const uploadId = await upload();
  const foreign = await upload(world.manager);
  await database.db.update(uploads).set({ isWhole: false }).where(eq(uploads.id, foreign));
  const half = await upload();
  await database.db.update(uploads).set({ isWhole: false }).where(eq(uploads.id, half));
  for (const id of [foreign, half, randomUUID()])
    await expect(write("With a file.", { uploadIds: [id] })).rejects.toMatchObject({ reason: "upload" });

  const { noteId } = await write("With a file.", { uploadIds: [uploadId] });

  expect((await notes())[0]!.files).toMatchObject([{ id: uploadId, fileName: "halls.txt", size: 12 }]);
  const file = await openNoteFile(as(world.manager), { noteId, uploadId });
  expect(await textOf(file.content)).toBe("twelve halls");
  await removeUnusedUploads(database.db, () => new Date(Date.now() + 30 * 86_400_000));
  expect((await notes())[0]!.files).toHaveLength(1);
});

test("what happens to notes is recorded without their words", async () => {
  const { noteId } = await write("A secret of ours.");
  await editNote(as(world.member), { noteId, text: "Another secret of ours." });
  await removeNote(as(world.member), { noteId });

  const rows = await database.db.select().from(events).where(eq(events.subjectId, noteId));
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(["note.added", "note.edited", "note.removed"]);
  expect(JSON.stringify(rows)).not.toContain("secret");
});

test("no print, no forward, no reply and no thread that is read has a word of a note", async () => {
  await write("Zanzibar is what we really want.", { uploadIds: [await upload()] });
  const send = async (composer: object) => {
    const input = SendFromComposerInput.parse({
      contract: {
        campaignId: world.campaign.number,
        emailStatsId: world.messages[0]!.statsId,
        emailBody: "<p>Hello</p>",
        toEmail: "kim@partner.test",
      },
      composer: { draftId: randomUUID(), ...composer },
    });
    const { replyId } = await sendEmailThread(as(world.member), input.contract, input.composer);
    const [reply] = await database.db.select().from(replies).where(eq(replies.id, replyId));
    return (await composeRaw(database.db, reply!, world.mailbox, new Date())).raw.toString().replaceAll("=\r\n", "");
  };

  const printed = JSON.stringify(await getPrintedThread(as(world.member), here()));
  const read = JSON.stringify(await openThread(as(world.member), here()));
  const forwarded = await send({ kind: "forward" });
  const replied = await send({});

  expect(printed).toContain("tell me more");
  expect(forwarded).toContain("Forwarded message");
  for (const whole of [printed, read, forwarded, replied]) {
    expect(whole).not.toContain("Zanzibar");
    expect(whole).not.toContain("halls.txt");
  }
});

test("a note whose answer got lost is written once, however often it is saved; more words are another", async () => {
  const pressId = randomUUID();
  const save = (text: string) => addNote(as(world.member), { ...here(), text, uploadIds: [], pressId });
  const text = `Ask ${naming(world.manager)}.`;
  const { noteId } = await save(text);
  expect(await save(text)).toEqual({ noteId });
  expect(await notes()).toMatchObject([{ id: noteId }]);
  expect(await told(world.manager)).toEqual([["mentioned", world.member.id, noteId]]);
  await save(`${text} Soon.`);
  expect(await notes()).toHaveLength(2);
});
