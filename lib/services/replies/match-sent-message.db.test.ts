import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, replies } from "@/lib/db/schema";
import { makeMessage } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { matchSentMessage, type SentMessage } from "./match-sent-message";

const test_ = useTestDatabase();
const at = new Date("2026-11-20T09:00:00Z");
let world: SmartleadWorld;
beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
});

const left = (values: Partial<typeof replies.$inferInsert> = {}) =>
  makeReply(test_.db, world, {
    status: "unknown",
    markedAt: at,
    smartleadLeadId: world.remoteLead.id,
    bodyHtml: "<p>Thanks for your interest!</p>",
    ...values,
  });
const shown = (values: Partial<SentMessage> = {}): SentMessage => ({
  messageId: "remote-1@smartlead.test",
  statsId: "5f0c1b7e-0000-4000-8000-000000000001",
  time: new Date(at.getTime() + 20_000),
  html: "<div>Thanks for your&nbsp;interest!</div><br>",
  step: null,
  ...values,
});
const match = (message: SentMessage) =>
  test_.db.transaction((tx) => matchSentMessage(tx, { threadId: world.thread.id, message }));
const rowOf = async ({ id }: { id: string }) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;

test("what the history shows makes an unknown reply sent, and a second message of the same words is not it again", async () => {
  const reply = await left();

  const found = await match(shown());

  expect(found).toMatchObject({ reply: { id: reply.id, messageId: "remote-1@smartlead.test" }, storedId: null });
  expect(await rowOf(reply)).toMatchObject({ status: "sent", sentAt: shown().time });
  await makeMessage(test_.db, world, {
    direction: "out",
    messageId: found!.reply.messageId,
    statsId: found!.reply.statsId,
    replyId: reply.id,
  });
  expect(await match(shown({ messageId: "remote-2@smartlead.test" }))).toBeNull();
});

test("our own copy takes the ids that Smartlead shows instead of a second row", async () => {
  const reply = await left({ status: "sent", sentAt: at });
  const { messageId, statsId } = reply;
  const copy = await makeMessage(test_.db, world, { direction: "out", messageId, statsId, replyId: reply.id });

  const found = await match(shown());

  expect(found?.storedId).toBe(copy.id);
  const [row] = await test_.db.select().from(messages).where(eq(messages.id, copy.id));
  expect(row).toMatchObject({ messageId: "remote-1@smartlead.test", statsId: shown().statsId });
  expect((await rowOf(reply)).sentMessageId).toBe(copy.id);
});

test("a step of the campaign is no reply, whatever it says", async () => {
  const reply = await left();

  expect(await match(shown({ step: 2 }))).toBeNull();
  expect((await rowOf(reply)).status).toBe("unknown");
});

test("two replies of the same words are two messages, each the one that left nearest to it", async () => {
  const second = await left({ markedAt: new Date(at.getTime() + 60_000) });
  const first = await left();

  const found = await match(shown({ time: new Date(at.getTime() + 61_000) }));

  expect(found?.reply.id).toBe(second.id);
  expect((await rowOf(first)).status).toBe("unknown");
});

test("the message of a reply that is known to have left makes no other of the same words sent", async () => {
  const unknown = await left({ markedAt: new Date(at.getTime() - 600_000) });
  const sent = await left({ status: "sent", sentAt: at });

  const found = await match(shown());

  expect(found?.reply.id).toBe(sent.id);
  expect((await rowOf(unknown)).status).toBe("unknown");
});

test("what Smartlead keeps until a time is nothing that left before it", async () => {
  const scheduledAt = new Date(at.getTime() + 86_400_000);
  const kept = await left({ status: "handed_over", handedOverAt: at, scheduledAt });

  expect(await match(shown())).toBeNull();
  expect((await rowOf(kept)).status).toBe("handed_over");
  expect((await match(shown({ time: scheduledAt })))?.reply.id).toBe(kept.id);
});

test("of two that begin a message it is the one who says more of it", async () => {
  await left({ bodyHtml: "<p>Thursday at ten suits me well.</p>" });
  const longer = await left({
    bodyHtml: "<p>Thursday at ten suits me well. Shall I invite Ben?</p>",
    markedAt: shown().time,
  });

  const found = await match(
    shown({ html: "<p>Thursday at ten suits me well. Shall I invite Ben?</p><p>Sam, Acme</p>" }),
  );

  expect(found?.reply.id).toBe(longer.id);
});

test("few words with a signature are a reply that left a moment ago, unless another could be meant", async () => {
  const [html, later] = ["<p>Yes!</p><p>Sam, Acme</p>", new Date(at.getTime() + 3_600_000)];
  const reply = await left({ bodyHtml: "<p>Yes!</p>" });
  expect(await match(shown({ html, time: later }))).toBeNull();
  const other = await left({ bodyHtml: "<p>Ye</p>" });
  expect(await match(shown({ html }))).toBeNull();
  await test_.db.delete(replies).where(eq(replies.id, other.id));

  expect((await match(shown({ html })))?.reply.id).toBe(reply.id);
});

test("a quote and a signature that were added do not hide a reply", async () => {
  const reply = await left({ bodyHtml: "<p>Thursday at ten suits me well, shall I send an invitation?</p>" });

  const found = await match(
    shown({
      html: "<p>Thursday at ten suits me well, shall I send an invitation?</p><p>Sam, Acme</p><blockquote>When?</blockquote>",
    }),
  );

  expect(found?.reply.id).toBe(reply.id);
});

test("other words, an earlier time, a reply that has not left or leaves by SMTP are no match", async () => {
  await left({ status: "queued", markedAt: null });
  await left({ smartleadLeadId: null });
  await left({ markedAt: new Date(at.getTime() + 600_000) });
  await left({ bodyHtml: "<p>Something else</p>" });

  expect(await match(shown())).toBeNull();
});
