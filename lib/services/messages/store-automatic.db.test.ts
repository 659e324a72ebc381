import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { events, leads, messages, threads } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";
import { readIncoming } from "./read-incoming";
import { storeIncoming } from "./store-incoming";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-automatic-"));
beforeAll(() => void (process.env.DATA_DIR = folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const deps = () => ({ db: test_.db, now: () => new Date() });
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const inputsOf = ({ workspaceId, mailbox }: World, raws: Buffer[]) =>
  raws.map((raw) => ({ workspaceId, mailboxId: mailbox.id, raw, source: "inbox" as const }));
const storeTogether = async (world: World, raws: Buffer[]) =>
  (await storeIncoming(deps(), await readIncoming(deps(), inputsOf(world, raws)))).map((result) => result!);

/** What came of the mail, told without ids that differ from world to world. */
async function shapeOf({ workspaceId, lead, messages: before }: World) {
  const rows = await test_.db
    .select({ messageId: messages.messageId, writer: messages.writer, kind: messages.categoryKind, thread: threads })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(eq(messages.workspaceId, workspaceId))
    .orderBy(messages.messageId);
  const known = new Set(before.map(({ messageId }) => messageId));
  const came = rows.filter(({ messageId }) => !known.has(messageId));
  const firstOf = (threadId: number) => came.find(({ thread }) => thread.id === threadId)!.messageId;
  const optOuts = await test_.db
    .select({ threadId: events.threadId })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.kind, "lead.unsubscribed")));
  const [stored] = await test_.db.select().from(leads).where(eq(leads.id, lead.id));
  return {
    mail: came.map(({ thread, ...message }) => ({
      ...message,
      with: firstOf(thread.id),
      of: thread.kind,
      count: thread.messageCount,
      isAwaitingAnswer: thread.isAwaitingAnswer,
      because: thread.categoryBecause,
      snippet: thread.snippet,
    })),
    optOuts: optOuts.map(({ threadId }) => firstOf(threadId!)),
    isUnsubscribed: stored!.unsubscribedAt !== null,
  };
}

const AWAY = { headers: ["Auto-Submitted: auto-replied"], subject: "Out of office" };
const AWAY_UNTIL = "I am out of the office until further notice.";
const OPT_OUT = "Please remove me from your list.";

test("what machines write, and orders not to write any more, come to the same in a batch as one by one", async () => {
  const mailOf = ({ lead, mailbox }: World) => {
    const [from, to] = [lead.email, mailbox.address];
    return [
      rawMail({ from, to, messageId: "a1@lead.test", body: "Is it still free?", date: ago(50) }),
      // Names nothing: it joins the thread of the one before.
      rawMail({ from, to, messageId: "a2@lead.test", ...AWAY, body: AWAY_UNTIL, date: ago(49) }),
      rawMail({ from: "una@b.test", to, messageId: "s1@b.test", ...AWAY, body: AWAY_UNTIL, date: ago(48) }),
      rawMail({ from: "una@b.test", to, messageId: "s2@b.test", inReplyTo: "s1@b.test", date: ago(47) }),
      // Back, and so no longer away.
      rawMail({ from, to, messageId: "a3@lead.test", inReplyTo: "a1@lead.test", body: "I am back.", date: ago(45) }),
      rawMail({ from, to, messageId: "b1@lead.test", ...AWAY, body: AWAY_UNTIL, date: ago(44) }),
      rawMail({ from, to, messageId: "c1@lead.test", body: "Something else.", date: ago(40) }),
      rawMail({ from, to, messageId: "c2@lead.test", inReplyTo: "c1@lead.test", body: OPT_OUT, date: ago(39) }),
      rawMail({ from, to, messageId: "c3@lead.test", inReplyTo: "c2@lead.test", body: OPT_OUT, date: ago(38) }),
    ];
  };
  const [together, apart] = [await makeWorld(test_.db), await makeWorld(test_.db)];

  await storeTogether(together, mailOf(together));
  for (const input of inputsOf(apart, mailOf(apart))) await ingestMessage(deps(), input);

  const shape = await shapeOf(together);
  expect(shape).toEqual(await shapeOf(apart));
  expect(shape.mail.map((message) => message.with)).toEqual([
    ...["a1", "a1", "a1", "a1", "c1", "c1", "c1"].map((id) => `${id}@lead.test`),
    "s1@b.test",
    "s1@b.test",
  ]);
  expect(shape).toMatchObject({ optOuts: ["c1@lead.test"], isUnsubscribed: true });
});

test("an order not to write any more is told of the thread that its own has become in the same batch", async () => {
  const world = await makeWorld(test_.db);
  const mail = { from: world.lead.email, to: world.mailbox.address };

  const [child, parent] = await storeTogether(world, [
    rawMail({ ...mail, messageId: "child@lead.test", inReplyTo: "parent@lead.test", body: OPT_OUT, date: ago(5) }),
    rawMail({ ...mail, messageId: "parent@lead.test", inReplyTo: world.messages[0]!.messageId, date: ago(6) }),
  ]);

  expect(child!.threadId).not.toBe(parent!.threadId);
  const told = and(eq(events.workspaceId, world.workspaceId), eq(events.kind, "lead.unsubscribed"));
  expect(await test_.db.select({ threadId: events.threadId }).from(events).where(told)).toEqual([
    { threadId: parent!.threadId },
  ]);
});
