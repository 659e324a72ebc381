import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { drafts, leads, mailboxes, replies, threads } from "@/lib/db/schema";
import { addBlock } from "@/lib/services/blocks/add-block";
import { AddBlockInput } from "@/lib/services/blocks/schemas";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { contextOf, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { SendEmailThreadInput, type ComposerExtras } from "./schemas";
import { sendEmailThread } from "./send-email-thread";

const database = testDatabase();
const now = new Date("2026-03-01T10:00:00Z");
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

type Fields = Partial<SendEmailThreadInput>;
const input = (fields: Fields = {}) =>
  SendEmailThreadInput.parse({
    campaignId: world.campaign.number,
    emailStatsId: world.messages[0]!.statsId,
    emailBody: "<p>Thanks!</p>",
    ...fields,
  });

const send = (fields?: Fields, composer?: ComposerExtras, member = world.member) =>
  sendEmailThread(
    contextOf(member, database.db, () => now),
    input(fields),
    composer,
  );
const fromComposer = (fields: Fields = {}, more: Partial<ComposerExtras> = {}) =>
  send({ toEmail: world.lead.email, ...fields }, { draftId: randomUUID(), ...more });

async function row(id: string) {
  const [reply] = await database.db.select().from(replies).where(eq(replies.id, id));
  return reply!;
}

async function refusalOf(work: Promise<unknown>): Promise<object> {
  const error = await work.then(
    () => ({ code: "accepted" }),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) return error as object;
  return { code: error.code, ...(error.reason ? { reason: error.reason } : {}), fields: error.fields };
}

test("without a recipient the API writes to the lead alone, although a colleague answered and others were in Cc", async () => {
  const { thread, mailbox, messages } = world;
  const colleague = { fromName: "Ben", fromAddress: "ben@lead.test", cc: [{ name: "", address: "carl@lead.test" }] };
  await makeMessage(database.db, { thread, mailbox }, colleague, messages);

  const reply = await row((await send()).replyId);

  expect([reply.to, reply.cc, reply.bcc]).toEqual([[{ name: "Ana Berg", address: world.lead.email }], [], []]);
});

test("named recipients are written to exactly as named, each once", async () => {
  const { replyId } = await send({
    toEmail: "ben@lead.test",
    toFirstName: "Ben",
    toLastName: "Oak",
    cc: `Ana <${world.lead.email}>, "Doe, Jane" <jane@lead.test>, BEN@lead.test`,
    bcc: "boss@acme.test, jane@lead.test",
  });

  const { to, cc, bcc } = await row(replyId);
  expect(to).toEqual([{ name: "Ben Oak", address: "ben@lead.test" }]);
  expect(cc).toEqual([
    { name: "Ana", address: world.lead.email },
    { name: "Doe, Jane", address: "jane@lead.test" },
  ]);
  expect(bcc).toEqual([{ name: "", address: "boss@acme.test" }]);
});

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
  const parentOf = async (fields: Fields) => (await row((await send(fields)).replyId)).parentId;

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

test("answering a stranger makes the writer a lead of Direct", async () => {
  const { workspaceId, mailbox } = world;
  const campaign = await database.db.transaction((tx) => ensureDirectCampaign(tx, mailbox.id));
  const stranger = { name: "Una Maria Lind", address: "una@strangers.test" };
  const { thread, messages } = await makeThread(database.db, { workspaceId, mailbox, stranger });

  const { replyId } = await send({ campaignId: campaign.number, emailStatsId: messages[0]!.statsId });

  expect((await row(replyId)).to).toEqual([stranger]);
  const [changed] = await database.db.select().from(threads).where(eq(threads.id, thread.id));
  expect(changed).toMatchObject({ kind: "lead", campaignId: campaign.id });
  const [lead] = await database.db.select().from(leads).where(eq(leads.id, changed!.leadId!));
  expect(lead).toMatchObject({ email: "una@strangers.test", lastName: "Lind" });
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

  const answers = presses.map(({ isRepeat: _repeat, ...answer }) => JSON.stringify(answer));
  expect(new Set(answers).size).toBe(1);
  expect(presses.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(presses[0]!.replyId).toBe(draftId);
  expect(await database.db.$count(replies, eq(replies.workspaceId, world.workspaceId))).toBe(1);
  expect(await database.db.$count(drafts, eq(drafts.id, draftId))).toBe(0);
});

test("nobody sends with a colleague's draft", async () => {
  const draftId = randomUUID();
  await send({}, { draftId }, world.manager);

  expect(await refusalOf(fromComposer({}, { draftId }))).toMatchObject({ code: "conflict", reason: "draft_id_taken" });
});

test("blocked addresses and domains are refused in To, Cc and Bcc", async () => {
  const admin = contextOf(world.admin, database.db);
  for (const value of ["Eve@Evil.test", "@blocked.test"]) await addBlock(admin, AddBlockInput.parse({ value }));

  const fields: Fields[] = [{ toEmail: "eve@evil.test" }, { cc: "x@blocked.test" }, { bcc: "x@mail.blocked.test" }];
  for (const field of fields)
    expect(await refusalOf(send(field))).toMatchObject({
      code: "unprocessable",
      fields: [{ path: Object.keys(field)[0], reason: "blocked" }],
    });
  expect(await refusalOf(send({ toEmail: "adam@evil.test" }))).toEqual({ code: "accepted" });
});

test("the composer asks before it writes to a lead who must not be written to", async () => {
  await database.db.update(leads).set({ bouncedAt: now, doNotContactAt: now }).where(eq(leads.id, world.lead.id));

  const asked = await refusalOf(fromComposer());
  const other = await refusalOf(fromComposer({}, { confirmedDespite: "bounced" }));
  const confirmed = await refusalOf(fromComposer({}, { confirmedDespite: "do_not_contact" }));

  expect(asked).toMatchObject({ code: "unprocessable", reason: "lead_do_not_contact" });
  expect(other).toMatchObject({ code: "unprocessable" });
  expect(confirmed).toEqual({ code: "accepted" });
});

test("the API answers a lead who unsubscribed only to the newest message, wherever it came in", async () => {
  const { workspaceId, mailbox, campaign, lead } = world;
  await database.db.update(leads).set({ unsubscribedAt: now }).where(eq(leads.id, lead.id));
  const elsewhere = await makeThread(database.db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    messages: [{ sentAt: new Date() }],
  });

  expect(await refusalOf(send())).toMatchObject({ code: "unprocessable", reason: "lead_unsubscribed" });
  expect(await refusalOf(send({ emailStatsId: elsewhere.messages[0]!.statsId }))).toEqual({ code: "accepted" });
});

test("the API may answer a lead who unsubscribed once more when the lead's clock is slow, but not after the answer", async () => {
  const { thread, mailbox, lead, messages } = world;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const add = (values: Parameters<typeof makeMessage>[2]) =>
    makeMessage(database.db, { thread, mailbox }, { inReplyTo: [], references: [], ...values }, messages);
  await database.db.update(leads).set({ unsubscribedAt: now }).where(eq(leads.id, lead.id));

  await add({ direction: "out", sentAt: ago(10), firstSeenAt: ago(10) });
  const answered = await refusalOf(send());
  await add({ sentAt: ago(14), firstSeenAt: ago(9) });
  const asked = await refusalOf(send());

  expect(answered).toMatchObject({ code: "unprocessable", reason: "lead_unsubscribed" });
  expect(asked).toEqual({ code: "accepted" });
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
