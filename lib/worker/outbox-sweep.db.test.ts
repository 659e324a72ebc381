import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { replies } from "@/lib/db/schema";
import { makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { outboxSweep } from "./outbox-sweep";

const database = testDatabase();
const DAY_MS = 86_400_000;

test("a copy that was not filed is put away later, but not for ever", async () => {
  const world = await makeWorld(database.db);
  const sent = (daysAgo: number) => {
    const sentAt = new Date(Date.now() - daysAgo * DAY_MS);
    return makeReply(database.db, world, { status: "sent", sentAt, sentMessageId: world.messages[0]!.id });
  };
  const recent = await sent(6);
  const old = await sent(8);

  await outboxSweep({ db: database.db, now: () => new Date() }, () => undefined)();

  const filedAt = async (id: string) =>
    (await database.db.select().from(replies).where(eq(replies.id, id)))[0]!.filedAt;
  expect(await filedAt(recent.id)).not.toBeNull();
  expect(await filedAt(old.id)).toBeNull();
});
