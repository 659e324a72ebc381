import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { events, mailboxes } from "@/lib/db/schema";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { makeReply, sendingThrough } from "@/lib/testing/make-reply";
import { startSmtpServer, type CountingServer } from "@/lib/testing/smtp-server";
import { useSmtpStage } from "@/lib/testing/smtp-stage";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { setMailboxState } from "../mailbox-state";

const test_ = testDatabase();
const { stage, send, rowOf } = useSmtpStage(test_);
const MINUTE = 60_000;

/** A server that takes nothing without a sign-in, of which the mailbox has no password or a wrong one. */
let strict: CountingServer;
beforeEach(async () => {
  strict = await startSmtpServer({ requireAuth: true });
  const { env } = await import("@/lib/core/env");
  env().ALLOW_PRIVATE_HOSTS.push(`127.0.0.1:${strict.port}`);
  await setMailbox({ ...sendingThrough(strict), smtpUser: strict.user, state: "connected" });
});
afterEach(() => strict.stop());

const isIt = () => eq(mailboxes.id, stage.world.mailbox.id);
const setMailbox = (values: Partial<typeof mailboxes.$inferInsert>) =>
  test_.db.update(mailboxes).set(values).where(isIt());
const mailboxNow = async () => (await test_.db.select().from(mailboxes).where(isIt()))[0]!;
const withPassword = (smtpPassword: string) =>
  setMailbox(sealSecrets(stage.world.mailbox.id, { imapPassword: "", smtpPassword }));
const isRead = async (at = new Date()) => setMailboxState(test_.db, await mailboxNow(), at, { state: "connected" });
const factsOf = (kind: string) =>
  test_.db.$count(events, and(eq(events.workspaceId, stage.world.workspaceId), eq(events.kind, kind)));

test("a wrong password for sending holds the reply and says so at the mailbox, though it is read well", async () => {
  await withPassword("wrong");
  const reply = await makeReply(test_.db, stage.world);

  await send(reply);
  await isRead();

  const held = await rowOf(reply);
  expect(held).toMatchObject({ status: "queued", heldReason: "auth", markedAt: null, attempts: 0 });
  expect(await mailboxNow()).toMatchObject({
    state: "failing",
    stateReason: "sending",
    nextAttemptAt: held.nextAttemptAt,
  });
  expect(strict.signIns).toHaveLength(1);
});

test("one reply tries for all of the mailbox, ever rarer, and is told of once", async () => {
  await withPassword("wrong");
  const replies = [];
  for (let count = 0; count < 4; count++) replies.push(await makeReply(test_.db, stage.world));

  for (let aheadMs = 0; aheadMs < 24 * 60 * MINUTE;) {
    for (const reply of replies) await send(reply, aheadMs);
    await isRead(new Date(Date.now() + aheadMs));
    aheadMs = (await mailboxNow()).nextAttemptAt!.getTime() - Date.now() + 10;
  }

  expect(strict.signIns.length).toBeGreaterThan(4);
  expect(strict.signIns.length).toBeLessThan(10);
  for (const reply of replies) expect(await rowOf(reply)).toMatchObject({ heldReason: "auth", attempts: 0 });
  expect(await factsOf("mailbox.failed")).toBe(1);
});

test("once the server takes the sign-in again the mailbox is well and all that waited leaves", async () => {
  await withPassword("wrong");
  const [first, second] = [await makeReply(test_.db, stage.world), await makeReply(test_.db, stage.world)];
  await send(first);
  expect(await send(second)).toBe("later");
  await withPassword(strict.password);

  await send(first, 2 * MINUTE);
  await send(second, 2 * MINUTE);

  expect((await rowOf(first)).status).toBe("sent");
  expect((await rowOf(second)).status).toBe("sent");
  expect(await mailboxNow()).toMatchObject({ state: "connected", stateReason: null, nextAttemptAt: null });
});

test("a test of both servers that passed lets go at once what waited, and so does who changes the mailbox", async () => {
  await withPassword("wrong");
  const reply = await makeReply(test_.db, stage.world);
  await send(reply);
  await withPassword(strict.password);

  await setMailboxState(test_.db, await mailboxNow(), new Date(), { state: "connected", canSend: true });
  expect(await rowOf(reply)).toMatchObject({ nextAttemptAt: null });

  await setMailbox({ state: "failing", stateReason: "sending", nextAttemptAt: null });
  await isRead();
  expect(await mailboxNow()).toMatchObject({ state: "connected" });
  await send(reply);
  expect((await rowOf(reply)).status).toBe("sent");
});
