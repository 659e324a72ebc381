import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages, sandboxDeliveries } from "@/lib/db/schema";
import { sendFromMailbox } from "@/lib/services/replies/send-from-mailbox";
import { contextOf, makeMailbox, makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sandboxAnswer } from "./sandbox-answer";
import { sendReply } from "./send-reply";

const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-sandbox-answer-"));
beforeAll(() => {
  process.env.DATA_DIR = folder;
  process.env.SANDBOX = "on";
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a reply that left from another mailbox is answered there, and both stand in its thread", async () => {
  const world = await makeWorld(test_.db, { kind: "sandbox" });
  const { workspaceId, thread, member } = world;
  const maya = await makeMailbox(test_.db, { workspaceId, engine: "sandbox", address: "maya@other.test" });
  const deps = { db: test_.db, now: () => new Date() };
  const reply = await makeReply(test_.db, world, { status: "failed", reason: "policy" });

  await sendFromMailbox(contextOf(member, test_.db), { replyId: reply.id, mailboxId: maya.id });
  await sendReply(deps, { replyId: reply.id });
  const [delivery] = await test_.db.select().from(sandboxDeliveries);
  await sandboxAnswer(deps, { deliveryId: delivery!.id });

  const list = await test_.db
    .select()
    .from(messages)
    .where(eq(messages.threadId, thread.id))
    .orderBy(asc(messages.firstSeenAt));
  expect(list.slice(-2)).toMatchObject([
    { direction: "out", mailboxId: maya.id, fromAddress: "maya@other.test" },
    { direction: "in", mailboxId: maya.id, fromAddress: world.lead.email },
  ]);
});
