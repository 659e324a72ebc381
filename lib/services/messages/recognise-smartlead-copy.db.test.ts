import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, replies } from "@/lib/db/schema";
import { makeMessage } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { storeRemoteLead } from "../smartlead/store-remote-lead";
import { ingestMessage } from "./ingest-message";

const test_ = useTestDatabase();
let world: SmartleadWorld;
beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
});

/** What Smartlead sent from a mailbox that is read by IMAP as well, as its Sent folder has it. */
const findInSent = (text: string, messageId = "remote-1@smartlead.test", answered = world.messages.at(-1)!.messageId) =>
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
          ...(answered ? [`In-Reply-To: <${answered}>`] : []),
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

test("it is that reply as well where the copy names nothing that it answers", async () => {
  const reply = await make({ status: "sent", sentAt: new Date() });
  const { messageId, statsId } = reply;
  const copy = await makeMessage(test_.db, world, { direction: "out", messageId, statsId, replyId: reply.id });

  const found = await findInSent("Thanks for your interest!", "remote-2@smartlead.test", "");

  expect([found.messageId, found.threadId, found.isNew]).toEqual([copy.id, world.thread.id, false]);
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

test("a step of the campaign that the history has told is no reply of the same words", async () => {
  const reply = await make({ status: "unknown" });
  const told = { visibleText: "Thanks for your interest!", step: 2, sentAt: new Date() };
  await makeMessage(test_.db, world, { direction: "out", ...told });

  await findInSent("Thanks for your interest!");

  expect(await ofReply(reply.id)).toEqual([]);
  const [row] = await test_.db.select().from(replies).where(eq(replies.id, reply.id));
  expect(row!.status).toBe("unknown");
});

test("what IMAP took for a reply is the campaign's once the history tells it as a step", async () => {
  const reply = await make({ status: "sent", sentAt: new Date() });
  const found = await findInSent("Thanks for your interest!");
  expect(await ofReply(reply.id)).toMatchObject([{ id: found.messageId }]);
  const { lead, mailbox, connection } = world;

  await storeRemoteLead(
    { db: test_.db, now: () => new Date() },
    {
      connection,
      lead: {
        leadMapId: "9001",
        leadId: "4001",
        email: lead.email,
        firstName: "Ana",
        lastName: "Berg",
        status: "INPROGRESS",
        categoryId: null,
        campaignId: "77",
        campaignName: "Spring",
        mailboxId: "501",
        lastReplyAt: null,
        isUnread: null,
        teamMemberId: null,
        history: null,
        raw: {},
      },
      history: [
        {
          type: "SENT",
          statsId: "5f0c1b7e-0000-4000-8000-000000000002",
          messageId: "remote-1@smartlead.test",
          from: mailbox.address,
          to: lead.email,
          cc: [],
          bcc: [],
          time: new Date(),
          subject: "",
          html: "<p>Thanks for your interest!</p>",
          step: 2,
          attachments: [],
          raw: {},
        },
      ],
    },
  );

  expect(await ofReply(reply.id)).toEqual([]);
  const [row] = await test_.db.select().from(messages).where(eq(messages.id, found.messageId));
  expect(row).toMatchObject({ step: 2, authorId: null });
});
