import { expect, test } from "vitest";
import { resolveUnknownByMessageId } from "@/lib/services/replies/resolve-unknown-by-message-id";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { retryReply } from "@/lib/services/replies/retry-reply";
import { contextOf } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useSmtpStage } from "@/lib/testing/smtp-stage";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const test_ = testDatabase();
const { stage, send, rowOf } = useSmtpStage(test_);

test("a connection lost after the dot is unknown, and no look at it sends again", async () => {
  const { server, world } = stage;
  const reply = await makeReply(test_.db, world);
  server.behave({ onTaken: () => ({ hangUp: true }) });
  await send(reply);
  expect(await rowOf(reply)).toMatchObject({ status: "unknown", markedAt: expect.any(Date) });

  server.behave({});
  await send(reply, 3_600_000);
  await expect(retryReply(contextOf(world.member, test_.db), { replyId: reply.id })).rejects.toMatchObject({
    code: "conflict",
    reason: "outcome_unknown",
  });

  expect(server.begun).toEqual([reply.messageId]);
});

test("an unknown reply that turns up in the Sent folder or is answered was sent", async () => {
  const { server, world } = stage;
  for (const evidence of ["sent_folder", "answer"] as const) {
    const reply = await makeReply(test_.db, world);
    server.behave({ onTaken: () => ({ hangUp: true }) });
    await send(reply);
    const { workspaceId, mailbox } = world;
    const found = { workspaceId, mailboxId: mailbox.id, messageIds: ["other@x.test", reply.messageId], evidence };

    const resolved = await test_.db.transaction((tx) => resolveUnknownByMessageId(tx, found));

    expect(resolved).toEqual([reply.id]);
    expect(await rowOf(reply)).toMatchObject({ status: "sent", sentAt: expect.any(Date) });
  }
});

test("a person who knows that it did not arrive may retry, with the same Message-ID", async () => {
  const { server, world } = stage;
  const reply = await makeReply(test_.db, world);
  server.behave({ onEnd: () => ({ hangUp: true }) });
  await send(reply);
  const context = contextOf(world.member, test_.db);

  await resolveUnknownReply(context, { replyId: reply.id, arrived: false });
  await retryReply(context, { replyId: reply.id });
  server.behave({});
  await send(reply, 1000);

  expect(server.taken.map(({ messageId }) => messageId)).toEqual([reply.messageId]);
  expect((await rowOf(reply)).status).toBe("sent");
});
