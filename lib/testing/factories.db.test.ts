import { expect, test } from "vitest";
import { contextOf, makeThread, makeWorld } from "./factories";
import { useTestDatabase as testDatabase } from "./test-db";

const database = testDatabase();

test("a world's thread is one question and the answer that carries its stats id", async () => {
  const world = await makeWorld(database.db);

  const [question, answer] = world.messages;

  expect(answer).toMatchObject({ direction: "in", statsId: question!.statsId, inReplyTo: [question!.messageId] });
  expect(world.thread).toMatchObject({ messageCount: 2, lastDirection: "in", isAwaitingAnswer: true });
  expect(contextOf(world.member, database.db).actor.workspaceId).toBe(world.workspaceId);
});

test("a thread without a lead is a stranger's", async () => {
  const world = await makeWorld(database.db);

  const { thread, messages } = await makeThread(database.db, {
    workspaceId: world.workspaceId,
    mailbox: world.mailbox,
  });

  expect(thread).toMatchObject({ kind: "untracked", leadId: null, contactName: "Una Stranger" });
  expect(messages).toHaveLength(1);
});
