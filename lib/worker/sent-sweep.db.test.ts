import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { replies } from "@/lib/db/schema";
import { makeMailbox, makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sentSweep } from "./sent-sweep";

const database = testDatabase();
const DAY_MS = 86_400_000;
const sweep = () => sentSweep({ db: database.db, now: () => new Date() }, new AbortController().signal);
const filedAt = async (id: string) => (await database.db.select().from(replies).where(eq(replies.id, id)))[0]!.filedAt;

test("a copy that was not filed is put away later, but not for ever", async () => {
  const world = await makeWorld(database.db);
  const sent = (daysAgo: number) => {
    const sentAt = new Date(Date.now() - daysAgo * DAY_MS);
    return makeReply(database.db, world, { status: "sent", sentAt, sentMessageId: world.messages[0]!.id });
  };
  const recent = await sent(6);
  const old = await sent(8);

  await sweep()();

  expect(await filedAt(recent.id)).not.toBeNull();
  expect(await filedAt(old.id)).toBeNull();
});

test("a mailbox whose copies cannot be filed keeps no other from being looked at", async () => {
  const world = await makeWorld(database.db);
  const server = { imapHost: "mail.broken.test", imapPort: 993, imapSecurity: "tls" as const, imapUser: "sam" };
  const broken = await makeMailbox(database.db, { workspaceId: world.workspaceId, ...server });
  const sent = (mailboxId: string, daysAgo: number) => {
    const sentAt = new Date(Date.now() - daysAgo * DAY_MS);
    return makeReply(database.db, world, { mailboxId, status: "sent", sentAt, sentMessageId: world.messages[0]!.id });
  };
  for (let n = 0; n < 50; n++) await sent(broken.id, 1);
  const healthy = await sent(world.mailbox.id, 2);
  const look = sweep();

  await look();
  await look();

  expect(await filedAt(healthy.id)).not.toBeNull();
});

test("what is in no thread yet comes before what only lacks its copy", async () => {
  const world = await makeWorld(database.db);
  const sent = (daysAgo: number, sentMessageId: string | null) =>
    makeReply(database.db, world, { status: "sent", sentAt: new Date(Date.now() - daysAgo * DAY_MS), sentMessageId });
  for (let n = 0; n < 50; n++) await sent(1, world.messages[0]!.id);
  const unstored = await sent(3, null);

  await sweep()();

  const [row] = await database.db.select().from(replies).where(eq(replies.id, unstored.id));
  expect(row!.sentMessageId).not.toBeNull();
});
