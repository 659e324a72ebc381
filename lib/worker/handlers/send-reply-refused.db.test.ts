import { expect, test } from "vitest";
import { makeReply } from "@/lib/testing/make-reply";
import { useSmtpStage } from "@/lib/testing/smtp-stage";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

const test_ = testDatabase();
const { stage, send, rowOf } = useSmtpStage(test_);

test("a greylisted reply is tried again later with the same Message-ID", async () => {
  const { server, world } = stage;
  const reply = await makeReply(test_.db, world);
  server.behave({ onRcptTo: () => ({ code: 451, text: "4.7.1 Greylisted" }) });
  await send(reply);
  expect(await rowOf(reply)).toMatchObject({ status: "queued", reason: "recipients", attempts: 1, markedAt: null });

  server.behave({});
  expect(await send(reply, 30_000)).toBe("idle");
  expect(await send(reply, 61_000)).toBe("tried");

  expect(server.taken.map(({ messageId }) => messageId)).toEqual([reply.messageId]);
  expect(await rowOf(reply)).toMatchObject({ status: "sent", reason: null, attempts: 2 });
});

test("a server that is full after the dot has not taken the mail: the mark goes, and it is tried again", async () => {
  const { server, world } = stage;
  const reply = await makeReply(test_.db, world);
  server.behave({ onEnd: () => ({ code: 452 }) });
  await send(reply);
  expect(await rowOf(reply)).toMatchObject({ status: "queued", markedAt: null });

  server.behave({});
  await send(reply, 61_000);

  expect(server.taken).toHaveLength(1);
});

test("temporary refusals end after about a day as a failure with the server's words", async () => {
  const { server, world } = stage;
  const reply = await makeReply(test_.db, world);
  server.behave({ onRcptTo: () => ({ code: 450, text: "try later" }) });
  let ahead = 0;

  for (let tries = 0; tries < 12; tries++) {
    await send(reply, ahead);
    const { nextAttemptAt } = await rowOf(reply);
    if (nextAttemptAt) ahead = nextAttemptAt.getTime() - Date.now() + 10;
  }

  const failed = await rowOf(reply);
  expect(failed).toMatchObject({ status: "failed", reason: "recipients", attempts: 10 });
  expect(failed.detail).toContain("try later");
  expect(ahead / 3_600_000).toBeGreaterThan(23);
  expect(ahead / 3_600_000).toBeLessThan(28);
});
