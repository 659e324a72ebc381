import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, threadReminders } from "@/lib/db/schema";
import { makeThread, type World } from "@/lib/testing/factories";
import { followUpWorld, inDays } from "@/lib/testing/follow-up-world";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "../messages/ingest-message";
import { snoozeThreads } from "../reminders/snooze-threads";

const test_ = testDatabase();
const { as, endOf, makePlannable, plan, receive, statesOf } = followUpWorld(() => test_.db);

/** Written by one of us in another program, from an alias that is no mailbox: INBOX gets his own copy of it. */
const aliasOf = (world: World) => ({
  from: "Sam <sales@brand.test>",
  to: world.lead.email,
  messageId: "alias-1@brand.test",
});

const inInbox = (world: World) =>
  receive(world, { ...aliasOf(world), headers: ["Received: from mail.brand.test by mx.acme.test"] }, inDays(1));

const inSent = (world: World, at: Date) =>
  ingestMessage(
    { db: test_.db, now: () => at },
    {
      workspaceId: world.workspaceId,
      mailboxId: world.mailbox.id,
      source: "sent",
      raw: rawMail({
        ...aliasOf(world),
        bcc: world.mailbox.address,
        inReplyTo: world.messages[0]!.messageId,
        date: inDays(1),
      }),
    },
  );

test("what was stopped by words that turn out to be ours goes on, in whatever thread of the lead", async () => {
  const world = await makePlannable();
  const other = await makeThread(test_.db, { ...world, messages: [{ direction: "out", sentAt: inDays(-3) }] });
  const here = await plan(world);
  const there = await plan({ ...world, thread: other.thread });
  await inInbox(world);
  expect([await endOf(here.chainId), await endOf(there.chainId)]).toEqual(["answered", "answered"]);

  await inSent(world, new Date(inDays(1).getTime() + 60_000));

  for (const { chainId } of [here, there]) {
    expect(await endOf(chainId)).toBeNull();
    expect(await statesOf(chainId)).toEqual(["scheduled", "scheduled"]);
    const told = await test_.db.select({ kind: events.kind }).from(events).where(eq(events.subjectId, chainId));
    expect(told.map(({ kind }) => kind)).toContain("follow_ups.reopened");
  }
});

test("what somebody else has answered meanwhile stays stopped, and so does what another chain has followed", async () => {
  const [answered, planned] = [await makePlannable(), await makePlannable()];
  const stopped = await plan(answered);
  await inInbox(answered);
  await receive(answered, {}, inDays(1));
  const former = await plan(planned);
  await inInbox(planned);
  const next = await plan(planned);

  await inSent(answered, inDays(2));
  await inSent(planned, inDays(2));

  expect(await endOf(stopped.chainId)).toBe("answered");
  const told = await test_.db.select({ kind: events.kind }).from(events).where(eq(events.subjectId, stopped.chainId));
  expect(told.map(({ kind }) => kind)).not.toContain("follow_ups.reopened");
  expect([await endOf(former.chainId), await endOf(next.chainId)]).toEqual(["answered", null]);
});

test("a thread that they brought back is put off again", async () => {
  const world = await makePlannable();
  const threadIds = [world.thread.id];
  await snoozeThreads(as(world), { threadIds, until: inDays(9).toISOString(), condition: "until_reply" });
  const standing = async () => {
    const [reminder] = await test_.db
      .select({ firedBecause: threadReminders.firedBecause, closedAt: threadReminders.closedAt })
      .from(threadReminders)
      .where(eq(threadReminders.threadId, world.thread.id));
    return reminder;
  };
  await inInbox(world);
  expect(await standing()).toMatchObject({ firedBecause: "answer" });

  await inSent(world, inDays(2));

  expect(await standing()).toEqual({ firedBecause: null, closedAt: null });
});
