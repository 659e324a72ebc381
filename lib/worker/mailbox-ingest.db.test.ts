import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mailboxFolders, messages } from "@/lib/db/schema";
import { lockMailbox } from "@/lib/services/messages/lock-mailbox";
import { readMessage } from "@/lib/services/messages/read-message";
import { makeWorld } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import type { WorkerDeps } from "./deps";
import { readBatch, storeBatch } from "./mailbox-ingest";

const database = testDatabase();
useFileFolder();

test("what was read is not read again where the batch has to wait and its messages are stored one by one", async () => {
  const { mailbox, ...world } = await makeWorld(database.db);
  const inbox = { mailboxId: mailbox.id, path: "INBOX", role: "inbox" as const };
  const [row] = await database.db.insert(mailboxFolders).values(inbox).returning();
  let times = 0;
  const read = (raw: Buffer, at: Date) => {
    times++;
    return readMessage(raw, at);
  };
  const deps: WorkerDeps = {
    db: database.db,
    now: () => new Date(),
    readers: { read, end: () => Promise.resolve() },
  };
  const fetched = ["One", "Two"].map((subject, at) => ({
    uid: at + 1,
    isSeen: false,
    raw: rawMail({ from: world.lead.email, to: mailbox.address, subject }),
  }));
  const batch = await readBatch(deps, mailbox, row!, fetched);

  const { promise: stored, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof storeBatch>>>();
  await database.db.transaction(async (tx) => {
    await lockMailbox(tx, mailbox.id);
    storeBatch(deps, mailbox, row!, batch).then(resolve, () => undefined);
    await new Promise((done) => setTimeout(done, 600));
  });

  expect((await stored).stored).toBe(2);
  expect(times).toBe(2);
  const ofOne = and(eq(messages.mailboxId, mailbox.id), eq(messages.subject, "One"));
  expect(await database.db.$count(messages, ofOne)).toBe(1);
});
