import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { leads, messages, messageSources, replies, sandboxDeliveries, threads } from "@/lib/db/schema";
import { parseMessage } from "@/lib/mail/mime/parse";
import { composeReply } from "@/lib/mail/mime/compose";
import { makeWorld, makeWorkspace, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sandboxAnswer } from "@/lib/worker/handlers/sandbox-answer";
import { answerDelay, sandboxTransport } from "./transport";

process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), "threadwell-answer-"));
process.env.SANDBOX = "on";

const test_ = testDatabase();
const now = () => new Date();
let world: World;

beforeEach(async () => {
  world = await makeWorld(test_.db, { kind: "sandbox" });
});

/** A reply of the world's thread as the worker hands it over. */
async function handOver({
  cc = [] as { name: string; address: string }[],
  text = "Would Tuesday at 10:30 suit?",
} = {}) {
  const { workspaceId, thread, mailbox, member, lead, messages: list } = world;
  const parent = list.at(-1)!;
  const messageId = `${newId()}@acme.test`;
  const to = [{ name: `${lead.firstName} ${lead.lastName}`, address: lead.email }];
  await test_.db.insert(replies).values({
    workspaceId,
    threadId: thread.id,
    mailboxId: mailbox.id,
    parentId: parent.id,
    authorId: member.id,
    origin: "composer",
    status: "sending",
    to,
    cc,
    subject: "Re: A question about Acme",
    bodyHtml: text,
    addSignature: false,
    dueAt: now(),
    messageId,
    statsId: crypto.randomUUID(),
    acceptedAt: now(),
  });
  const raw = await composeReply({
    from: { name: mailbox.displayName, address: mailbox.address },
    to,
    cc,
    bcc: [],
    subject: "Re: A question about Acme",
    messageId,
    inReplyTo: parent.messageId,
    references: [parent.messageId],
    date: now(),
    bodyHtml: `<p>${text}</p>`,
    signatureHtml: null,
    quote: null,
    timeZone: "UTC",
    attachments: [],
  });
  const envelope = {
    from: mailbox.address,
    to: [...to, ...cc, { name: "", address: "hidden@quiet.test" }].map(({ address }) => address),
  };
  let marks = 0;
  const result = await sandboxTransport({ db: test_.db, workspaceId, now }).send(
    envelope,
    raw,
    async () => void marks++,
  );
  const [delivery] = await test_.db.select().from(sandboxDeliveries).where(eq(sandboxDeliveries.messageId, messageId));
  return { messageId, raw, result, delivery, marks, envelope };
}

const inThread = () =>
  test_.db.select().from(messages).where(eq(messages.threadId, world.thread.id)).orderBy(asc(messages.firstSeenAt));

test("a delivery keeps every recipient and the bytes, behind exactly one mark, with the order to answer it", async () => {
  const { result, delivery, marks, raw, envelope, messageId } = await handOver();

  const { rows } = await test_.db
    .execute(sql`select data, start_after > now() + interval '2 seconds' as later from jobs.job
    where name = 'sandbox-answer' and data->>'deliveryId' = ${delivery!.id}`);
  expect(result).toMatchObject({
    kind: "accepted",
    outcomes: envelope.to.map((address) => ({ address, accepted: true })),
  });
  expect(marks).toBe(1);
  expect(delivery!.recipients).toEqual(envelope.to);
  expect(delivery!.raw.equals(raw)).toBe(true);
  expect(rows).toEqual([{ data: { deliveryId: delivery!.id }, later: true }]);
  expect(answerDelay(messageId)).toBeGreaterThanOrEqual(3_000);
  expect(answerDelay(messageId)).toBeLessThanOrEqual(6_000);
});

test("nothing is kept when the mark is lost", async () => {
  const transport = sandboxTransport({ db: test_.db, workspaceId: world.workspaceId, now });
  const before = await test_.db.$count(sandboxDeliveries);

  const result = await transport.send({ from: "a@acme.test", to: ["b@lead.test"] }, Buffer.from("x"), () =>
    Promise.reject(new Error("lost")),
  );

  expect(result).toMatchObject({ kind: "refused", reason: "mark_lost" });
  expect(await test_.db.$count(sandboxDeliveries)).toBe(before);
});

test("a real workspace is refused before the mark", async () => {
  const real = await makeWorkspace(test_.db);
  let marks = 0;

  const result = await sandboxTransport({ db: test_.db, workspaceId: real.id, now }).send(
    { from: "a@acme.test", to: ["b@lead.test"] },
    Buffer.from("x"),
    async () => void marks++,
  );

  expect(result).toMatchObject({ kind: "refused", temporary: false, reason: "policy" });
  expect(marks).toBe(0);
});

test("the lead's answer comes as a raw message into the same thread, once", async () => {
  const { delivery, messageId } = await handOver();

  await sandboxAnswer({ db: test_.db, now }, { deliveryId: delivery!.id });
  await sandboxAnswer({ db: test_.db, now }, { deliveryId: delivery!.id });

  const list = await inThread();
  expect(list).toHaveLength(3);
  const answer = list.at(-1)!;
  expect(answer).toMatchObject({
    direction: "in",
    inReplyTo: [messageId],
    isAutomatic: false,
    fromAddress: world.lead.email,
  });
  expect(answer.references.at(-1)).toBe(messageId);
  expect(answer.visibleText.length).toBeGreaterThan(0);
  const [source] = await test_.db.select().from(messageSources).where(eq(messageSources.messageId, answer.id));
  expect((await parseMessage(source!.raw)).messageId).toBe(answer.messageId);
});

test("a colleague in copy answers now and then, with the lead in copy", async () => {
  const ben = { name: "Ben Holm", address: "ben@lead.test" };
  for (let tries = 0; tries < 7; tries++) {
    const { delivery } = await handOver({ cc: [ben] });
    await sandboxAnswer({ db: test_.db, now }, { deliveryId: delivery!.id });
  }

  const answers = (await inThread()).slice(2);
  const byBen = answers.filter(({ fromAddress }) => fromAddress === ben.address);
  expect(answers).toHaveLength(7);
  for (const answer of byBen) expect(answer.cc.map(({ address }) => address)).toEqual([world.lead.email]);
  for (const answer of answers.filter((one) => !byBen.includes(one))) expect(answer.fromAddress).toBe(world.lead.email);
});

test("an unsubscribed lead stays silent", async () => {
  await test_.db.update(leads).set({ unsubscribedAt: now() }).where(eq(leads.id, world.lead.id));
  const { delivery } = await handOver();

  await sandboxAnswer({ db: test_.db, now }, { deliveryId: delivery!.id });

  expect(await inThread()).toHaveLength(2);
});

test("a thread that goes round in circles ends", async () => {
  for (let round = 0; round < 12; round++) {
    const { delivery } = await handOver({ text: `Round ${round}` });
    await sandboxAnswer({ db: test_.db, now }, { deliveryId: delivery!.id });
  }

  const [thread] = await test_.db
    .select()
    .from(threads)
    .where(and(eq(threads.id, world.thread.id)));
  expect(thread!.messageCount).toBeLessThanOrEqual(2 + 8);
});
