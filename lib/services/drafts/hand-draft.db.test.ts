import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { SendFromComposerInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { beginUpload } from "@/lib/services/uploads/begin-upload";
import { createUpload } from "@/lib/services/uploads/create-upload";
import { getUpload } from "@/lib/services/uploads/get-upload";
import { listThreads } from "@/lib/services/threads/list-threads";
import { openThread } from "@/lib/services/threads/open-thread";
import { contextOf, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discardDraft } from "./discard-draft";
import { findDraft } from "./find-draft";
import { handDraft } from "./hand-draft";
import { listHandedDrafts } from "./list-handed-drafts";
import { saveDraft } from "./save-draft";
import { takeBackDraft } from "./take-back-draft";
import { HandDraftInput, SaveDraftInput } from "./schemas";

const database = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-hand-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

const as = (member: MemberRow) => contextOf(member, database.db);
async function write(member: MemberRow, content: Partial<DraftContent>, draftId: string = randomUUID()) {
  const draft = {
    parentId: world.messages[0]!.id,
    to: [world.lead.email],
    cc: [],
    bcc: [],
    bodyHtml: "",
    addSignature: true,
    attachments: [],
    scheduledTime: null,
    scheduledZone: null,
    scheduleCondition: "always",
    ...content,
  };
  const input = SaveDraftInput.parse({ threadId: world.thread.id, draftId, content: draft });
  return (await saveDraft(as(member), input)).draftId;
}
const hand = (draftId: string, to: { id: string }, more: Partial<HandDraftInput> = {}, by = world.member) =>
  handDraft(as(by), HandDraftInput.parse({ draftId, toMemberId: to.id, note: " Please check the price. ", ...more }));
const draftOf = (member: MemberRow) => findDraft(as(member), { threadId: world.thread.id });
async function* bytes() {
  yield Buffer.from("an offer");
}

test("a draft that is handed over is the teammate's, with its files and who says what of it, and nobody else's", async () => {
  const file = { fileName: "offer.pdf", contentType: "application/pdf" };
  const upload = await createUpload(as(world.member), { ...file, stream: bytes() });
  const draftId = await write(world.member, {
    bodyHtml: `<p>Hi</p><img src="/api/uploads/${upload.id}">`,
    attachments: [{ ...file, uploadId: upload.id, size: 8 }],
  });

  await hand(draftId, world.manager);

  expect(await draftOf(world.member)).toBeNull();
  const theirs = await draftOf(world.manager);
  expect(theirs).toMatchObject({ handed: { by: world.member.name, note: "Please check the price." } });
  const [carried] = theirs!.content.attachments as { uploadId: string }[];
  expect(carried!.uploadId).not.toBe(upload.id);
  expect(theirs!.content.bodyHtml).toContain(carried!.uploadId);
  expect(await getUpload(as(world.manager), { id: carried!.uploadId })).toMatchObject({ fileName: "offer.pdf" });
  expect(await listHandedDrafts(as(world.manager))).toMatchObject([{ threadId: world.thread.id }]);
  expect(await listHandedDrafts(as(world.member))).toEqual([]);
  const { rows } = await listThreads(as(world.manager), { view: "drafts" });
  expect(rows[0]!.draft).toMatchObject({ handedBy: world.member.name });
});

test("what the teammate has written in the thread is kept: it is refused, or the draft stands below theirs", async () => {
  const theirs = await write(world.manager, { bodyHtml: "<p>Mine</p>" });
  const draftId = await write(world.member, { bodyHtml: "<p>Yours now</p>" });

  await expect(hand(draftId, world.manager)).rejects.toMatchObject({ code: "conflict", reason: "they_have_a_draft" });
  expect((await draftOf(world.member))!.content.bodyHtml).toBe("<p>Yours now</p>");

  await hand(draftId, world.manager, { append: true });
  expect(await draftOf(world.manager)).toMatchObject({
    draftId: theirs,
    content: { bodyHtml: "<p>Mine</p><p>Yours now</p>" },
  });
  expect(await draftOf(world.member)).toBeNull();
});

test("a thread says to whom its reader has handed a draft, until that is thrown away, and nobody else hears of it", async () => {
  const draftId = await write(world.member, { bodyHtml: "<p>Hi</p>" });
  const open = (member: MemberRow) => openThread(as(member), { threadId: world.thread.id });
  expect(await open(world.member)).not.toHaveProperty("givenTo");
  await hand(draftId, world.manager);

  expect(await open(world.member)).toMatchObject({ draft: null, givenTo: [world.manager.name] });
  expect(await open(world.admin)).not.toHaveProperty("givenTo");
  const theirs = await draftOf(world.manager);
  await discardDraft(as(world.manager), { draftId: theirs!.draftId });
  expect(await open(world.member)).not.toHaveProperty("givenTo");
});

test("only one's own draft is handed over, and only to a teammate", async () => {
  const draftId = await write(world.member, { bodyHtml: "<p>Hi</p>" });
  const foreign = await makeWorld(database.db);

  await expect(hand(draftId, world.admin, {}, world.manager)).rejects.toMatchObject({ reason: "draft" });
  await expect(hand(draftId, foreign.member)).rejects.toMatchObject({ reason: "member" });
  await expect(hand(draftId, world.member)).rejects.toMatchObject({ reason: "member" });
});

test("a draft that was handed over is neither sent nor saved again from another window of its former author", async () => {
  const draftId = await write(world.member, { bodyHtml: "<p>Once</p>" });
  await hand(draftId, world.manager);

  const input = SendFromComposerInput.parse({
    contract: {
      campaignId: world.campaign.number,
      emailStatsId: world.messages[0]!.statsId,
      emailBody: "<p>Once</p>",
      toEmail: world.lead.email,
    },
    composer: { draftId },
  });
  const again = sendEmailThread(as(world.member), input.contract, input.composer);
  await expect(again).rejects.toMatchObject({ code: "conflict", reason: "draft_handed" });
  await expect(write(world.member, { bodyHtml: "<p>More</p>" }, draftId)).rejects.toMatchObject({
    code: "conflict",
    reason: "draft_handed",
  });
  expect(await write(world.member, { bodyHtml: "<p>Another</p>" })).not.toBe(draftId);
});

test("what stands below a teammate's draft brings whom and what it has besides, and a forward is not mixed with a reply", async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  await write(world.manager, { bodyHtml: "<p>Mine</p>", isPlain: true, to: ["ana@lead.test"], templateIds: [one] });
  const draftId = await write(world.member, {
    bodyHtml: "<p>Yours <b>now</b></p>",
    to: ["Ana <ANA@lead.test>"],
    cc: ["Ben <ben@lead.test>"],
    templateIds: [one, two],
  });
  await hand(draftId, world.manager, { append: true });
  expect((await draftOf(world.manager))!.content).toMatchObject({
    to: ["ana@lead.test"],
    cc: ["Ben <ben@lead.test>"],
    templateIds: [one, two],
    bodyHtml: "<p>Mine<br><br>Yours now</p>",
  });

  const forward = await write(world.member, { bodyHtml: "<p>For Kim</p>", kind: "forward", to: ["kim@partner.test"] });
  const mixed = hand(forward, world.manager, { append: true });
  await expect(mixed).rejects.toMatchObject({ code: "conflict", reason: "other_kind" });
});

test("only one's own whole files go along with a draft", async () => {
  const file = { fileName: "secret.pdf", contentType: "application/pdf" };
  const colleagues = await createUpload(as(world.admin), { ...file, stream: bytes() });
  const { id: unfinished } = await beginUpload(as(world.member), { ...file, size: 8 });
  const attachments = [colleagues.id, unfinished].map((uploadId) => ({ ...file, uploadId, size: 8 }));
  await hand(await write(world.member, { bodyHtml: "<p>Hi</p>", attachments }), world.manager);

  expect((await draftOf(world.manager))!.content.attachments).toEqual(attachments);
});

test("what was handed over is taken back with its files, as long as the teammate has not gone on with it", async () => {
  const file = { fileName: "offer.pdf", contentType: "application/pdf" };
  const upload = await createUpload(as(world.member), { ...file, stream: bytes() });
  const takeBack = (draftId: string, by = world.member) => takeBackDraft(as(by), { draftId });
  const first = await write(world.member, {
    bodyHtml: "<p>Hi</p>",
    attachments: [{ ...file, uploadId: upload.id, size: 8 }],
  });
  await hand(first, world.manager);
  await expect(takeBack(first, world.manager)).rejects.toMatchObject({ code: "not_found" });

  const { draft } = await takeBack(first);
  expect(await draftOf(world.manager)).toBeNull();
  expect(draft).toMatchObject({ content: { bodyHtml: "<p>Hi</p>", attachments: [{ fileName: "offer.pdf" }] } });
  expect(draft?.draftId).not.toBe(first);
  const [back] = draft!.content.attachments as { uploadId: string }[];
  expect((await getUpload(as(world.member), { id: back!.uploadId })).fileName).toBe("offer.pdf");
  await expect(takeBack(first)).rejects.toMatchObject({ reason: "handed_on" });

  const second = draft!.draftId;
  await hand(second, world.manager);
  const theirs = await draftOf(world.manager);
  await write(world.manager, { bodyHtml: "<p>Hi, and more</p>" }, theirs!.draftId);
  await expect(takeBack(second)).rejects.toMatchObject({ reason: "handed_on" });
  expect(await draftOf(world.manager)).toMatchObject({ content: { bodyHtml: "<p>Hi, and more</p>" } });
});

test("a draft that was put below a teammate's words, or in whose place another was begun, is not taken back", async () => {
  await write(world.manager, { bodyHtml: "<p>Mine</p>" });
  const below = await write(world.member, { bodyHtml: "<p>Yours</p>" });
  await hand(below, world.manager, { append: true });
  await expect(takeBackDraft(as(world.member), { draftId: below })).rejects.toMatchObject({ reason: "handed_on" });

  const first = await write(world.member, { bodyHtml: "<p>One</p>" });
  await hand(first, world.admin);
  await write(world.member, { bodyHtml: "<p>Two</p>" });
  await expect(takeBackDraft(as(world.member), { draftId: first })).rejects.toMatchObject({ reason: "draft_exists" });
  expect(await draftOf(world.admin)).toMatchObject({ content: { bodyHtml: "<p>One</p>" } });
});

test("an older hand-over takes back no newer one", async () => {
  const first = await write(world.member, { bodyHtml: "<p>One</p>" });
  await hand(first, world.manager);
  await discardDraft(as(world.manager), { draftId: (await draftOf(world.manager))!.draftId });
  const second = await write(world.member, { bodyHtml: "<p>Two</p>" });
  await hand(second, world.manager);

  await expect(takeBackDraft(as(world.member), { draftId: first })).rejects.toMatchObject({ reason: "handed_on" });
  expect((await takeBackDraft(as(world.member), { draftId: second })).draft).toMatchObject({
    content: { bodyHtml: "<p>Two</p>" },
  });
});
