import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { campaignMailboxes, events, leads, messages, replies } from "@/lib/db/schema";
import { contextOf, makeMailbox, makeWorld, type MailboxRow, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "../messages/ingest-message";
import { claimReply } from "./claim-reply";
import { getReplyStatus } from "./get-reply-status";
import { listSenders } from "./list-senders";
import { sendFromMailbox } from "./send-from-mailbox";
import { sendReplyAnyway } from "./send-reply-anyway";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-senders-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
let maya: MailboxRow;
beforeEach(async () => {
  world = await makeWorld(test_.db);
  maya = await makeMailbox(test_.db, { workspaceId: world.workspaceId, address: "maya@other.test" });
});

const context = () => contextOf(world.member, test_.db);
const clock = () => new Date();
const rowOf = async (id: string) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const jobsOf = async (id: string) =>
  (await test_.db.execute(sql`select id from jobs.job where name = 'send-reply' and data->>'replyId' = ${id}`)).rows;
const moved = (replyId: string, mailboxId = maya.id) => sendFromMailbox(context(), { replyId, mailboxId });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: AppError) => error.reason,
  );

describe("sendFromMailbox", () => {
  test("a failed reply leaves from the other mailbox, with all tries ahead and an id on its domain", async () => {
    const reply = await makeReply(test_.db, world, {
      status: "failed",
      reason: "policy",
      detail: "550 5.7.1",
      attempts: 3,
      messageId: "k3v9-5f0a@acme.test",
    });

    await moved(reply.id);

    expect(await rowOf(reply.id)).toMatchObject({
      status: "queued",
      mailboxId: maya.id,
      threadId: world.thread.id,
      messageId: "k3v9-5f0a@other.test",
      attempts: 0,
      reason: null,
      detail: null,
      heldReason: null,
    });
    expect(await jobsOf(reply.id)).toHaveLength(1);
    const [event] = await test_.db.select().from(events).where(eq(events.kind, "reply.mailbox_changed"));
    expect(event).toMatchObject({ subjectId: reply.id, memberId: world.member.id });
  });

  test("whoever was told the former Message-ID still learns the outcome by it, and nobody else's", async () => {
    const reply = await makeReply(test_.db, world, { status: "failed", messageId: "q7w1-99aa@acme.test" });
    await test_.db.execute(sql`update mailboxes set address = 'sam@acme.test' where id = ${world.mailbox.id}`);
    await moved(reply.id);
    const statusOf = (message_id: string) => getReplyStatus(context(), { message_id });

    expect(await statusOf("<q7w1-99aa@acme.test>")).toMatchObject({ messageId: "<q7w1-99aa@other.test>" });
    expect(await statusOf("q7w1-99aa@other.test")).toMatchObject({ status: "queued" });
    expect(await refusalOf(statusOf("<q7w1-99aa@elsewhere.test>"))).toBe("reply");
  });

  test("a held reply whose time is ahead keeps it", async () => {
    const dueAt = new Date(Date.now() + 86_400_000);
    const reply = await makeReply(test_.db, world, {
      status: "scheduled",
      heldReason: "mailbox_disconnected",
      scheduledAt: dueAt,
      dueAt,
      scheduleCondition: "if_no_reply",
    });

    await moved(reply.id);

    expect(await rowOf(reply.id)).toMatchObject({
      status: "scheduled",
      heldReason: null,
      dueAt,
      scheduleCondition: "if_no_reply",
    });
  });

  test.each([
    ["queued", "still_pending"],
    ["sending", "already_sending"],
    ["sent", "already_sent"],
    ["unknown", "outcome_unknown"],
    ["cancelled", "already_cancelled"],
  ] as const)("a reply that is %s stays where it is, and the truth is told", async (status, reason) => {
    const reply = await makeReply(test_.db, world, { status });

    expect(await refusalOf(moved(reply.id))).toBe(reason);
    expect(await rowOf(reply.id)).toMatchObject({ status, mailboxId: world.mailbox.id });
  });

  test("only a connected mailbox of the same workspace and engine stands in", async () => {
    const { workspaceId } = world;
    const reply = await makeReply(test_.db, world, { status: "failed" });
    const failing = await makeMailbox(test_.db, { workspaceId, state: "failing", stateReason: "auth" });
    const disabled = await makeMailbox(test_.db, { workspaceId, state: "disabled", disabledAt: new Date() });
    const sandbox = await makeMailbox(test_.db, { workspaceId, engine: "sandbox" });
    const foreign = await makeWorld(test_.db);

    for (const { id } of [failing, disabled, sandbox, foreign.mailbox, world.mailbox])
      expect(await refusalOf(moved(reply.id, id))).toBe("mailbox_not_connected");
    expect(await listSenders(context(), { replyId: reply.id })).toEqual([
      { id: maya.id, address: "maya@other.test", colour: 1 },
    ]);
    const theirs = contextOf(foreign.admin, test_.db);
    expect(await refusalOf(sendFromMailbox(theirs, { replyId: reply.id, mailboxId: maya.id }))).toBe("reply");
    expect(await refusalOf(listSenders(theirs, { replyId: reply.id }))).toBe("reply");
  });

  test("the mailboxes of the thread's campaign come first", async () => {
    const { workspaceId, campaign } = world;
    const zoe = await makeMailbox(test_.db, { workspaceId, address: "zoe@acme.test" });
    await test_.db.insert(campaignMailboxes).values({ campaignId: campaign.id, mailboxId: zoe.id });
    const reply = await makeReply(test_.db, world, { status: "failed" });

    const senders = await listSenders(context(), { replyId: reply.id });

    expect(senders.map(({ address }) => address)).toEqual(["zoe@acme.test", "maya@other.test"]);
  });

  test("a worker that saw the former mailbox cannot take the reply for it", async () => {
    const reply = await makeReply(test_.db, world, { status: "failed" });
    await moved(reply.id);

    expect(await claimReply(test_.db, clock, reply.id, { mailboxId: world.mailbox.id })).toEqual({ kind: "idle" });
    expect(await claimReply(test_.db, clock, reply.id, { mailboxId: maya.id })).toMatchObject({ kind: "claimed" });
  });
});

describe("the thread of a reply that was sent from another mailbox", () => {
  const ingest = (mailbox: MailboxRow, raw: Buffer, rest: object) =>
    ingestMessage(
      { db: test_.db, now: clock },
      { workspaceId: world.workspaceId, mailboxId: mailbox.id, raw, source: "inbox", ...rest },
    );

  /** The reply as the worker stores it after it left from the other mailbox. */
  async function sent() {
    const reply = await makeReply(test_.db, world, { status: "failed" });
    await moved(reply.id);
    const { id, authorId, threadId, statsId, messageId } = await rowOf(reply.id);
    const raw = rawMail({ from: maya.address, to: world.lead.email, subject: "Re: A question about Acme", messageId });
    await ingest(maya, raw, { source: "outbox", reply: { id, authorId, threadId, statsId, messageId } });
    return { messageId, raw };
  }
  const answer = (inReplyTo: string, messageId: string) =>
    rawMail({
      from: world.lead.email,
      to: maya.address,
      subject: "Re: A question about Acme",
      messageId,
      inReplyTo,
      references: [inReplyTo],
    });

  test("takes the copy, the answer that comes to the other mailbox, and the answer after that", async () => {
    const { messageId } = await sent();

    const first = await ingest(maya, answer(messageId, "a1@lead.test"), {});
    const second = await ingest(maya, answer("a1@lead.test", "a2@lead.test"), {});

    expect([first.threadId, second.threadId]).toEqual([world.thread.id, world.thread.id]);
    const stored = await test_.db.select().from(messages).where(eq(messages.threadId, world.thread.id));
    expect(stored.filter(({ mailboxId }) => mailboxId === maya.id)).toHaveLength(3);
  });

  test("takes the answer also where a machine of the other mailbox has filed the copy first", async () => {
    const { messageId, raw } = await sent();
    await ingest(maya, raw, { source: "sent" });

    const { threadId } = await ingest(maya, answer(messageId, "a3@lead.test"), {});

    expect(threadId).toBe(world.thread.id);
  });

  test("leaves what comes to a mailbox that only shares the lead in a thread of its own, as before", async () => {
    const { messageId } = await sent();
    const third = await makeMailbox(test_.db, { workspaceId: world.workspaceId });

    const { threadId } = await ingest(third, answer(messageId, "a4@lead.test"), {});

    expect(threadId).not.toBe(world.thread.id);
  });
});

describe("sendReplyAnyway", () => {
  const dropped = () =>
    makeReply(test_.db, world, {
      status: "cancelled",
      reason: "lead_answered",
      scheduleCondition: "if_no_reply",
      scheduledAt: new Date(),
      scheduledZone: "UTC",
    });

  test("a dropped reply leaves at once, without its condition", async () => {
    const reply = await dropped();

    await sendReplyAnyway(context(), { replyId: reply.id });

    expect(await rowOf(reply.id)).toMatchObject({
      status: "queued",
      reason: null,
      scheduleCondition: "always",
      scheduledAt: null,
      messageId: reply.messageId,
    });
    expect(await claimReply(test_.db, clock, reply.id)).toMatchObject({ kind: "claimed" });
  });

  test("what a person cancelled is no dropped reply", async () => {
    const reply = await makeReply(test_.db, world, { status: "cancelled", reason: "by_person" });

    expect(await refusalOf(sendReplyAnyway(context(), { replyId: reply.id }))).toBe("already_cancelled");
  });

  test("a lead that has unsubscribed in its answer is not written to by a press", async () => {
    const reply = await dropped();
    await makeReply(test_.db, world, { status: "sent", acceptedAt: new Date() });
    await test_.db.update(leads).set({ unsubscribedAt: new Date() }).where(eq(leads.id, world.lead.id));

    expect(await refusalOf(sendReplyAnyway(context(), { replyId: reply.id }))).toBe("lead_unsubscribed");
    expect((await rowOf(reply.id)).status).toBe("cancelled");
  });
});
