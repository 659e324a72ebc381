import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { replies, threads } from "@/lib/db/schema";
import { refreshThread } from "@/lib/services/threads/refresh-thread";
import { makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { storeOwnReply } from "./store-own-reply";

const database = testDatabase();
const deps = () => ({ db: database.db, now: () => new Date() });

test("a reply that is planned while another of the thread is put into it stays in the outbox", async () => {
  const world = await makeWorld(database.db);
  const threadId = world.thread.id;
  const sent = await makeReply(database.db, world, { status: "sent", sentAt: new Date() });
  await storeOwnReply(deps(), sent.id);
  // As it stands when the message is stored and the reply does not say so yet.
  await database.db.update(replies).set({ sentMessageId: null }).where(eq(replies.id, sent.id));
  const dueAt = new Date(Date.now() + 3_600_000);

  const storing = await database.db.transaction(async (tx) => {
    await tx.select().from(threads).where(eq(threads.id, threadId)).for("update");
    await makeReply(tx, world, { status: "scheduled", dueAt });
    await refreshThread(tx, threadId);
    const ended = storeOwnReply(deps(), sent.id);
    await Promise.race([ended, new Promise((later) => setTimeout(later, 500))]);
    return { ended };
  });
  await storing.ended;

  const [thread] = await database.db.select().from(threads).where(eq(threads.id, threadId));
  expect(thread).toMatchObject({ nextReplyAt: dueAt, outboxAt: dueAt, outboxState: "scheduled" });
  const [reply] = await database.db.select().from(replies).where(eq(replies.id, sent.id));
  expect(reply!.sentMessageId).not.toBeNull();
});
