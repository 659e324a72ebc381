import { beforeEach, expect, test } from "vitest";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { listThreads } from "@/lib/services/threads/list-threads";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { remindOfThreads } from "./remind-of-threads";
import { snoozeThreads } from "./snooze-threads";

const database = testDatabase();
let world: World;
beforeEach(async () => void (world = await makeWorld(database.db)));

test("an answer that came since the thread was looked at is neither hidden nor waited for", async () => {
  const { db } = database;
  const { workspaceId, mailbox, lead, campaign, thread, messages } = world;
  const other = (await makeThread(db, { workspaceId, mailbox, lead, campaign })).thread.id;
  const ctx = contextOf(world.member, db);
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const asked = { threadIds: [thread.id, other], messageCounts: { [thread.id]: messages.length }, until };
  const raw = rawMail({ from: lead.email, to: mailbox.address, inReplyTo: messages[0]!.messageId, date: new Date() });
  await ingestMessage({ db, now: () => new Date() }, { workspaceId, mailboxId: mailbox.id, source: "inbox", raw });

  const outcome = { changed: [{ threadId: other }], unchanged: [{ threadId: thread.id, reason: "answered" }] };
  expect(await snoozeThreads(ctx, { ...asked, condition: "always" })).toMatchObject(outcome);
  expect((await listThreads(ctx, { view: "inbox" })).rows.map(({ id }) => id)).toEqual([thread.id]);
  for (const condition of ["if_no_reply", "until_reply"] as const)
    expect(await remindOfThreads(ctx, { ...asked, condition, note: "" })).toMatchObject(outcome);
  const reminded = await remindOfThreads(ctx, { ...asked, condition: "always", note: "" });
  expect(reminded.changed).toHaveLength(2);
});
