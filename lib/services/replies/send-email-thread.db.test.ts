import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import pg from "pg";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { drafts, mailboxes, replies, threads } from "@/lib/db/schema";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { saveDraft } from "@/lib/services/drafts/save-draft";
import { draftInput } from "@/lib/testing/draft-input";
import { contextOf, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { refusalOf, threadSends, type SentFields } from "@/lib/testing/thread-sends";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const { now, send, fromComposer, row } = threadSends(database, () => world);

test("the message answered is the newest inbound one of the stats id, else the newest, else the one that is named", async () => {
  const { thread, mailbox, messages } = world;
  const [question, answer] = messages;
  const later = await makeMessage(
    database.db,
    { thread, mailbox },
    { direction: "out", statsId: question!.statsId },
    messages,
  );
  const alone = await makeMessage(database.db, { thread, mailbox }, { direction: "out" }, [...messages, later]);
  const parentOf = async (fields: SentFields) => (await row((await send(fields)).replyId)).parentId;

  expect(await parentOf({})).toBe(answer!.id);
  expect(await parentOf({ emailStatsId: alone.statsId })).toBe(alone.id);
  expect(await parentOf({ replyMessageId: `<${question!.messageId}>`, id: thread.id })).toBe(question!.id);
});

test("a message of another thread is never answered in this one", async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  const other = await makeThread(database.db, { workspaceId, mailbox, campaign, lead });

  expect(await refusalOf(send({ replyMessageId: other.messages[0]!.messageId }))).toMatchObject({
    code: "invalid",
    fields: [{ path: "replyMessageId", reason: "disagrees" }],
  });
  expect(await refusalOf(send({ id: other.thread.id }))).toMatchObject({ fields: [{ path: "id" }] });
});

test("a stats id of another campaign is not found", async () => {
  const { workspaceId, mailbox, lead } = world;
  const campaign = await database.db.transaction((tx) => ensureDirectCampaign(tx, mailbox.id));
  await makeThread(database.db, { workspaceId, mailbox, campaign, lead });

  expect(await refusalOf(send({ campaignId: campaign.number }))).toMatchObject({
    code: "not_found",
    reason: "stats_id",
  });
});

test("the composer's reply waits for its undo hold, the API's for nothing", async () => {
  const held = await row((await fromComposer()).replyId);
  const free = await row((await send()).replyId);

  expect(held).toMatchObject({ status: "scheduled", scheduledAt: null, dueAt: new Date(now.getTime() + 10_000) });
  expect(free).toMatchObject({ status: "queued", dueAt: now, origin: "api" });
});

test("a chosen time is kept with its zone, and the thread's row shows it", async () => {
  const { replyId, scheduledTime, status } = await fromComposer(
    { scheduledTime: "2026-03-05T09:10:00+01:00", scheduleCondition: "if_no_reply", seqType: "follow-up" },
    { scheduledZone: "Europe/Berlin" },
  );

  expect({ scheduledTime, status }).toEqual({ scheduledTime: "2026-03-05T08:10:00.000Z", status: "scheduled" });
  const expected = { scheduledZone: "Europe/Berlin", scheduleCondition: "if_no_reply", seqType: "follow-up" };
  expect(await row(replyId)).toMatchObject(expected);
  const [thread] = await database.db.select().from(threads).where(eq(threads.id, world.thread.id));
  expect(thread!.nextReplyAt).toEqual(new Date("2026-03-05T08:10:00Z"));
});

test("a second press, or twenty at once, is answered with the first one's reply", async () => {
  const draftId = randomUUID();
  const content = { parentId: world.messages[1]!.id, to: [], cc: [], bcc: [], bodyHtml: "", addSignature: true };
  await database.db.insert(drafts).values({
    id: draftId,
    workspaceId: world.workspaceId,
    threadId: world.thread.id,
    authorId: world.member.id,
    content: { ...content, attachments: [], scheduledTime: null, scheduledZone: null, scheduleCondition: "always" },
    savedAt: now,
  });

  const presses = await Promise.all(
    Array.from({ length: 20 }, (_each, index) => fromComposer({ emailBody: `Version ${index}` }, { draftId })),
  );

  const answers = presses.map(({ isRepeat: _repeat, hasOtherWords: _other, ...answer }) => JSON.stringify(answer));
  expect(new Set(answers).size).toBe(1);
  expect(presses.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(presses[0]!.replyId).toBe(draftId);
  expect(await database.db.$count(replies, eq(replies.workspaceId, world.workspaceId))).toBe(1);
  expect(await database.db.$count(drafts, eq(drafts.id, draftId))).toBe(0);
});

test("a draft that was saved elsewhere since the one that is sent neither leaves nor goes", async () => {
  const saveAt = (second: number) =>
    saveDraft(
      contextOf(world.member, database.db, () => new Date(now.getTime() + second * 1_000)),
      draftInput(world, `<p>Version ${second}</p>`),
    );
  const seen = { basedOn: (await saveAt(1)).savedAt };
  const { draftId, savedAt } = await saveAt(2);

  const changed = { code: "conflict", reason: "draft_changed" };
  expect(await refusalOf(fromComposer({}, { draftId, ...seen }))).toMatchObject(changed);
  expect(await refusalOf(fromComposer({}, { draftId, basedOn: null }))).toMatchObject(changed);
  expect(await database.db.$count(drafts, eq(drafts.id, draftId))).toBe(1);

  expect(await fromComposer({}, { draftId, basedOn: savedAt })).toMatchObject({ replyId: draftId });
  expect(await database.db.$count(drafts, eq(drafts.id, draftId))).toBe(0);
});

test("who sends what has left already is told whether it says something else", async () => {
  const draftId = randomUUID();
  await fromComposer({ emailBody: "<p>Version 1</p>" }, { draftId });

  expect(await fromComposer({ emailBody: "<div>Version 1</div>" }, { draftId })).not.toHaveProperty("hasOtherWords");
  expect(await fromComposer({ emailBody: "<p>Version 2</p>" }, { draftId })).toMatchObject({
    isRepeat: true,
    hasOtherWords: true,
  });
});

test("nobody sends with a colleague's draft", async () => {
  const draftId = randomUUID();
  await send({}, { draftId }, world.manager);

  expect(await refusalOf(fromComposer({}, { draftId }))).toMatchObject({ code: "conflict", reason: "draft_id_taken" });
});

test("a disabled mailbox holds its reply, visibly", async () => {
  await database.db.update(mailboxes).set({ state: "disabled" }).where(eq(mailboxes.id, world.mailbox.id));

  expect(await row((await send()).replyId)).toMatchObject({ status: "queued", heldReason: "mailbox_disconnected" });
});

test("plain text becomes paragraphs, HTML stays as written but for scripts, and the subject gets one Re:", async () => {
  const plain = await row((await send({ emailBody: "Hi <Ana>,\nfine & good\n\nSam" })).replyId);
  const html = '<div style="color:red" class="x">Hi<script>alert(1)</script></div>';
  const rich = await row((await send({ emailBody: html })).replyId);

  expect(plain.bodyHtml).toContain("&lt;Ana&gt;");
  expect(plain.bodyHtml.match(/<p/g)).toHaveLength(2);
  expect(rich.bodyHtml).toBe('<div style="color:red" class="x">Hi</div>');
  expect(rich.subject).toBe("Re: A question about Acme");
});

test("the Message-ID is fixed before the first attempt, on the mailbox's domain, and its stats id is new", async () => {
  const { messageId, replyId } = await send();

  const reply = await row(replyId);
  expect(messageId).toBe(`<${reply.messageId}>`);
  expect(reply.messageId.startsWith(`${reply.statsId}-`)).toBe(true);
  expect(reply.messageId.endsWith("@acme.test")).toBe(true);
  expect(world.messages.map((message) => message.statsId)).not.toContain(reply.statsId);
});

test("a reply is accepted by few statements, of which those before its transaction do not wait for each other", async () => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  onTestFinished(() => asked.mockRestore());
  await fromComposer();

  const statements = asked.mock.calls.map(([config]: unknown[]) =>
    typeof config === "string" ? config : (config as { text: string }).text,
  );
  const begins = statements.indexOf("begin");
  expect(statements.slice(0, begins).map((text) => /(?:from|join) "(\w+)"/.exec(text)?.[1])).toEqual([
    "replies",
    "members",
    "messages",
    "messages",
  ]);
  expect(statements.filter((text) => text.includes('"next_reply_at"') && text.startsWith("update"))).toHaveLength(1);
  expect(statements.filter((text) => text.includes("array_agg"))).toHaveLength(1);
  expect(statements.slice(begins).length).toBeLessThanOrEqual(17);
});
