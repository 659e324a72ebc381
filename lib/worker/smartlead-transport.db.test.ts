import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mailboxes, messages, replyAttachments } from "@/lib/db/schema";
import { putFile } from "@/lib/storage/storage";
import { makeUpload } from "@/lib/testing/make-upload";
import { ACCEPTED, useSmartleadStandIn } from "@/lib/testing/smartlead-stand-in";
import { useTestDatabase } from "@/lib/testing/test-db";

const test_ = useTestDatabase();
const { stage, make, send, rowOf, connection } = useSmartleadStandIn(test_);

test("a reply leaves through Smartlead once, with every field, and stands in its thread", async () => {
  const { world, taken } = stage;
  const parent = world.messages.at(-1)!;
  const reply = await make({
    to: [
      { name: "Ana Maria Berg", address: world.lead.email },
      { name: "", address: "ben@lead.test" },
    ],
    cc: [{ name: "Cy", address: "cy@lead.test" }],
    bcc: [{ name: "", address: "boss@acme.test" }],
    addSignature: true,
    seqType: "manual",
    bodyHtml: '<p>Thanks! <img src="cid:logo"></p>',
  });
  await putFile("uploads/offer", Buffer.from("offer"));
  await putFile("uploads/logo", Buffer.from("logo"));
  const pdf = { contentType: "application/pdf", size: 5 };
  const png = { fileName: "logo.png", contentType: "image/png" };
  const offer = await makeUpload(test_.db, world, { ...pdf, fileName: "offer.pdf", storageKey: "uploads/offer" });
  const logo = await makeUpload(test_.db, world, { ...png, size: 4, storageKey: "uploads/logo" });
  await test_.db.insert(replyAttachments).values([
    { ...pdf, replyId: reply.id, position: 0, uploadId: offer.id, fileName: "Offer.pdf" },
    { ...png, replyId: reply.id, position: 1, uploadId: logo.id, contentId: "logo" },
  ]);

  expect(await Promise.all([send(reply), send(reply)])).toContain("tried");

  const address = /^http:\/\/localhost:3000\/api\/files\/[\w.-]+$/;
  expect(taken).toEqual([
    {
      campaignId: "77",
      emailStatsId: parent.statsId,
      emailBody: expect.stringMatching(/^<p>Thanks! <img src="http:\/\/localhost:3000\/api\/files\/[\w.-]+"><\/p>$/),
      toEmail: world.lead.email,
      toFirstName: "Ana Maria",
      toLastName: "Berg",
      cc: ["ben@lead.test", "cy@lead.test"],
      bcc: ["boss@acme.test"],
      replyMessageId: `<${parent.messageId}>`,
      replyEmailBody: parent.html,
      replyEmailTime: parent.sentAt.toISOString(),
      addSignature: true,
      seqType: "manual",
      attachments: [
        {
          file_url: expect.stringMatching(address),
          file_name: "Offer.pdf",
          file_type: "application/pdf",
          file_size: 5,
        },
      ],
    },
  ]);
  const sent = await rowOf(reply);
  expect(sent).toMatchObject({ status: "sent", markedAt: expect.any(Date), serverResponse: ACCEPTED.response });
  const [message] = await test_.db.select().from(messages).where(eq(messages.id, sent.sentMessageId!));
  expect(message).toMatchObject({ threadId: world.thread.id, messageId: reply.messageId, hasAttachments: true });
  expect((await connection()).foundEndpoint).toBe("a");
});

test("a mailbox without a server, or whose password is refused, sends through Smartlead all the same", async () => {
  const { world } = stage;
  await test_.db
    .update(mailboxes)
    .set({ state: "failing", stateReason: "auth" })
    .where(eq(mailboxes.id, world.mailbox.id));
  const reply = await make();

  await send(reply);

  expect((await rowOf(reply)).status).toBe("sent");
});

test("a time ahead that is handed over goes along, and the reply is Smartlead's until then", async () => {
  const { taken } = stage;
  const scheduledAt = new Date(Date.now() + 86_400_000);
  const reply = await make({ scheduledAt, scheduleCondition: "if_no_reply" });

  await send(reply);

  expect(taken[0]).toMatchObject({ scheduledTime: scheduledAt.toISOString(), scheduleCondition: "if_no_reply" });
  expect(await rowOf(reply)).toMatchObject({
    status: "handed_over",
    handedOverAt: expect.any(Date),
    dueAt: scheduledAt,
    sentAt: null,
    sentMessageId: null,
  });
});
