import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, replies } from "@/lib/db/schema";
import { makeMessage } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { ingestMessage } from "./ingest-message";

const test_ = useTestDatabase();
let world: SmartleadWorld;
beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
});

/** What Smartlead sent from a mailbox that is read by IMAP as well, as its Sent folder has it. */
const findInSent = (text: string, messageId = "remote-1@smartlead.test") =>
  ingestMessage(
    { db: test_.db, now: () => new Date() },
    {
      workspaceId: world.workspaceId,
      mailboxId: world.mailbox.id,
      source: "sent",
      raw: Buffer.from(
        [
          `From: Sam Reed <${world.mailbox.address}>`,
          `To: ${world.lead.email}`,
          `Subject: Re: ${world.thread.subject}`,
          `Message-ID: <${messageId}>`,
          `In-Reply-To: <${world.messages.at(-1)!.messageId}>`,
          `Date: ${new Date().toUTCString()}`,
          "Content-Type: text/plain",
          "",
          text,
        ].join("\r\n"),
      ),
    },
  );
const make = (values: Partial<typeof replies.$inferInsert>) =>
  makeReply(test_.db, world, { smartleadLeadId: world.remoteLead.id, markedAt: new Date(), ...values });
const ofReply = (replyId: string) =>
  test_.db
    .select()
    .from(messages)
    .where(and(eq(messages.threadId, world.thread.id), eq(messages.replyId, replyId)));

test("the Sent folder's copy of a reply that Smartlead sent is that reply, not a second message", async () => {
  const reply = await make({ status: "sent", sentAt: new Date() });
  const { messageId, statsId } = reply;
  const copy = await makeMessage(test_.db, world, { direction: "out", messageId, statsId, replyId: reply.id });

  const found = await findInSent("Thanks for your interest!");
  const again = await findInSent("Thanks for your interest!");

  expect([found, again].map(({ messageId: id, isNew }) => [id, isNew])).toEqual([
    [copy.id, false],
    [copy.id, false],
  ]);
  expect(await ofReply(reply.id)).toMatchObject([{ id: copy.id, messageId: "remote-1@smartlead.test" }]);
});

test("a reply of unknown outcome that lies in the Sent folder is sent, and its copy stands in the thread", async () => {
  const reply = await make({ status: "unknown" });

  const found = await findInSent("Thanks for your interest!");

  const [row] = await test_.db.select().from(replies).where(eq(replies.id, reply.id));
  expect(row!.status).toBe("sent");
  expect(await ofReply(reply.id)).toMatchObject([{ id: found.messageId, authorId: world.member.id }]);
});

test("what somebody wrote at Smartlead itself is a message of its own", async () => {
  const reply = await make({ status: "unknown" });

  expect((await findInSent("Quite another text")).isNew).toBe(true);

  expect(await ofReply(reply.id)).toEqual([]);
});
