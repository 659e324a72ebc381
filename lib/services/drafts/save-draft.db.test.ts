import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { drafts } from "@/lib/db/schema";
import { draftInput } from "@/lib/testing/draft-input";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { discardDraft } from "./discard-draft";
import { findDraft } from "./find-draft";
import { saveDraft } from "./save-draft";
import { SaveDraftInput } from "./schemas";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

const context = () => contextOf(world.member, test_.db);

const draft = (bodyHtml: string, draftId?: string) => draftInput(world, bodyHtml, draftId);

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
