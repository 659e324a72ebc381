import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { makeReply } from "@/lib/testing/make-reply";
import { useSmtpStage } from "@/lib/testing/smtp-stage";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { sendNext } from "./send-next";

const test_ = testDatabase();
const { stage, rowOf } = useSmtpStage(test_);
const ago = (ms: number) => new Date(Date.now() - ms);
const next = () => sendNext({ db: test_.db, now: () => new Date() }, stage.world.mailbox.id);

test("a held reply whose hold is over leaves, however many before it cannot", async () => {
  const { world } = stage;
  // Nobody knows the account at Smartlead through which they are to leave.
  for (let count = 0; count < 25; count++)
    await makeReply(test_.db, world, { heldReason: "smartlead", smartleadLeadId: randomUUID(), dueAt: ago(60_000) });
  const free = await makeReply(test_.db, world, { heldReason: "mailbox_disconnected", dueAt: ago(1_000) });

  for (let look = 0; look < 20 && (await rowOf(free)).status !== "sent"; look++) await next();

  expect((await rowOf(free)).status).toBe("sent");
});

test("what is not held comes first, and what is free leaves in the order in which it was due", async () => {
  const { server, world } = stage;
  const held = { heldReason: "mailbox_disconnected" } as const;
  const third = await makeReply(test_.db, world, { ...held, dueAt: ago(2_000) });
  const second = await makeReply(test_.db, world, { ...held, dueAt: ago(3_000) });
  const first = await makeReply(test_.db, world, { dueAt: ago(1_000) });

  while (await next());

  expect(server.taken.map(({ messageId }) => messageId)).toEqual([first, second, third].map((each) => each.messageId));
});
