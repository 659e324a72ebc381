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

test("two replies of the same words are two messages, the earlier one first", async () => {
  const second = await left({ markedAt: new Date(at.getTime() + 60_000) });
  const first = await left();

  const found = await match(shown({ time: new Date(at.getTime() + 61_000) }));

  expect(found?.reply.id).toBe(first.id);
  expect((await rowOf(second)).status).toBe("unknown");
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
