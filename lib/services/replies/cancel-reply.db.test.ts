import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { members, replyAttachments, uploads } from "@/lib/db/schema";
import { draftInput } from "@/lib/testing/draft-input";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeUpload } from "@/lib/testing/make-upload";
import { replyRow } from "@/lib/testing/reply-row";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { findDraft } from "../drafts/find-draft";
import { saveDraft } from "../drafts/save-draft";
import { cancelReply } from "./cancel-reply";
import { reopenReply } from "./reopen-reply";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const as = (member: World["member"]) => contextOf(member, test_.db);
const draftOf = (member: World["member"]) => findDraft(as(member), { threadId: world.thread.id });

test("the text of a planned reply that is cancelled is a draft again, with its time", async () => {
  const scheduledAt = new Date("2027-01-01T09:00:00Z");
  const reply = await makeReply(test_.db, world, { status: "scheduled", scheduledAt, scheduledZone: "Europe/Berlin" });

  const { draftOf: whose } = await cancelReply(as(world.member), { replyId: reply.id });

  expect(whose).toEqual({ name: world.member.name, isMine: true });
  expect((await draftOf(world.member))!.content).toMatchObject({
    bodyHtml: reply.bodyHtml,
    scheduledTime: scheduledAt.toISOString(),
    scheduledZone: "Europe/Berlin",
  });
  expect(await replyRow(test_.db, reply.id)).toMatchObject({ status: "cancelled", reason: "undone" });
});

test("what a colleague cancels is a draft of its author's, files included, and not the colleague's", async () => {
  const reply = await makeReply(test_.db, world, { status: "scheduled" });
  const file = { fileName: "offer.pdf", contentType: "application/pdf", size: 3, storageKey: "uploads/offer" };
  const upload = await makeUpload(test_.db, { ...world, member: world.manager }, file);
  await test_.db
    .insert(replyAttachments)
    .values({ replyId: reply.id, position: 0, uploadId: upload.id, fileName: "offer.pdf" });

  const { draftOf: whose } = await cancelReply(as(world.manager), { replyId: reply.id });

  expect(whose).toEqual({ name: world.member.name, isMine: false });
  expect(await draftOf(world.manager)).toBeNull();
  const [given] = (await draftOf(world.member))!.content.attachments.filter((each) => "uploadId" in each);
  const [copy] = await test_.db.select().from(uploads).where(eq(uploads.id, given!.uploadId));
  expect(copy).toMatchObject({ memberId: world.member.id, storageKey: upload.storageKey });
});

test("beside another draft it stays in the thread, and can be reopened", async () => {
  const reply = await makeReply(test_.db, world, { status: "scheduled" });
  await saveDraft(as(world.member), draftInput(world, "<p>Something else</p>"));

  expect(await cancelReply(as(world.member), { replyId: reply.id })).toMatchObject({ draftOf: null });

  expect((await draftOf(world.member))!.content.bodyHtml).toBe("<p>Something else</p>");
  expect(await replyRow(test_.db, reply.id)).toMatchObject({ status: "cancelled", reason: "by_person" });
  await reopenReply(as(world.member), { replyId: reply.id, replaceDraft: true });
  expect((await draftOf(world.member))!.content.bodyHtml).toBe(reply.bodyHtml);
});

test("what nobody would see as a draft stays in the thread, and so does a copy that is taken back", async () => {
  const copy = await makeReply(test_.db, world, { status: "scheduled" });
  expect(await cancelReply(as(world.member), { replyId: copy.id, dropsText: true })).toMatchObject({ draftOf: null });
  expect(await draftOf(world.member)).toBeNull();

  const reply = await makeReply(test_.db, world, { status: "scheduled" });
  await test_.db.update(members).set({ deactivatedAt: new Date() }).where(eq(members.id, world.member.id));
  expect(await cancelReply(as(world.manager), { replyId: reply.id })).toMatchObject({ draftOf: null });

  for (const { id } of [copy, reply])
    expect(await replyRow(test_.db, id)).toMatchObject({ status: "cancelled", reason: "by_person" });
});
