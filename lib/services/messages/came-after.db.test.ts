import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { messages, threads } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import type { IngestInput } from "./ingest-types";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-waits-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

type Receive = Parameters<typeof rawMail>[0] & { source?: IngestInput["source"] };

async function receive({ source = "inbox", ...mail }: Receive) {
  const { workspaceId, mailbox } = world;
  const raw = rawMail({ to: mailbox.address, ...mail });
  return ingestMessage({ db: test_.db, now: () => new Date() }, { workspaceId, mailboxId: mailbox.id, raw, source });
}
const messageOf = async (id: string) => (await test_.db.select().from(messages).where(eq(messages.id, id)))[0]!;
const threadOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;
const sentByUs = () => world.messages[0]!;

describe("whoever's clock is slow", () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const chained = (inReplyTo: string) => ({ inReplyTo, references: [sentByUs().messageId, inReplyTo] });
  const answer = (inReplyTo: string) =>
    receive({
      ...chained(inReplyTo),
      from: world.mailbox.address,
      to: world.lead.email,
      source: "sent",
      date: minutesAgo(1),
    });
  const fromLead = (mail: Partial<Receive>) =>
    receive({ from: world.lead.email, inReplyTo: sentByUs().messageId, ...mail });

  test("a lead who writes after our answer waits, though the letter is dated before it", async () => {
    await answer(world.messages[1]!.messageId);
    await fromLead({ date: minutesAgo(6) });

    expect(await threadOf(world.thread.id)).toMatchObject({ isAwaitingAnswer: true, unreadCount: 1 });
  });

  test("what names our message came after it, however it is dated", async () => {
    const { messageId } = await answer(world.messages[1]!.messageId);
    await fromLead({ ...chained((await messageOf(messageId)).messageId), date: minutesAgo(3 * 24 * 60) });

    expect(await threadOf(world.thread.id)).toMatchObject({ isAwaitingAnswer: true, unreadCount: 1 });
  });

  test("what our message names is answered by it, and old mail that is read late waits for nothing", async () => {
    await answer("read-late@lead.test");
    await fromLead({ messageId: "read-late@lead.test", date: minutesAgo(6) });
    await fromLead({ date: minutesAgo(2 * 24 * 60) });

    expect(await threadOf(world.thread.id)).toMatchObject({ isAwaitingAnswer: false, unreadCount: 0 });
  });
});
