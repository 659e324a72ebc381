import { expect, test } from "vitest";
import { matchSentMessage } from "@/lib/services/replies/match-sent-message";
import { useSmartleadSending } from "@/lib/testing/smartlead-sending";
import { useTestDatabase } from "@/lib/testing/test-db";
import { smartleadApiOf } from "./smartlead-api-of";

const test_ = useTestDatabase();
const { stage, deps, make, send, rowOf, connection, outbound, taken, sends } = useSmartleadSending(test_);

/** As the sync does with what a history shows. */
async function readHistory() {
  const { world, there } = stage;
  const { rows } = await smartleadApiOf(deps(), await connection()).readHistory({
    kind: "sync",
    campaignId: String(there.campaign.id),
    leadId: there.leadId,
  });
  for (const message of rows.filter(({ type }) => type === "SENT"))
    await test_.db.transaction((tx) => matchSentMessage(tx, { threadId: world.thread.id, message }));
}

test("the documented body arrives at endpoint A, field by field, and a copy stands in the thread under Smartlead's own Message-ID once it is known", async () => {
  const { world, there } = stage;
  const parent = world.messages.at(-1)!;
  const reply = await make({
    cc: [{ name: "Cy", address: "cy@lead.test" }],
    bcc: [{ name: "", address: "boss@acme.test" }],
    seqType: "manual",
  });

  await send(reply);

  expect(taken()).toHaveLength(1);
  expect(taken()[0]).toMatchObject({
    endpoint: "a",
    body: {
      campaignId: there.campaign.id,
      emailStatsId: there.history[0]!.stats_id,
      emailBody: "<p>Thanks for your interest!</p>",
      toEmail: world.lead.email,
      toFirstName: "Ana",
      toLastName: "Berg",
      cc: "cy@lead.test",
      bcc: "boss@acme.test",
      replyMessageId: `<${parent.messageId}>`,
      replyEmailBody: parent.html,
      replyEmailTime: parent.sentAt.toISOString(),
      addSignature: false,
      seqType: "manual",
    },
  });
  expect(await rowOf(reply)).toMatchObject({ status: "sent", serverResponse: expect.stringContaining("queue") });
  await readHistory();
  const ours = (await outbound()).filter(({ replyId }) => replyId === reply.id);
  expect(ours).toMatchObject([
    {
      messageId: taken()[0]!.messageId.slice(1, -1),
      statsId: taken()[0]!.statsId,
      bcc: [{ address: "boss@acme.test" }],
    },
  ]);
});

test("an answer as an unknown path leads to endpoint B, which is remembered", async () => {
  const { fake } = stage;
  fake.switches.a = "html_page";
  const [first, second] = [await make(), await make()];

  await send(first);
  expect((await connection()).foundEndpoint).toBe("b");
  await send(second);

  expect(taken().map(({ endpoint }) => endpoint)).toEqual(["b", "b"]);
  expect(sends()).toHaveLength(3);
});

test("a limit is waited out as Smartlead tells", async () => {
  const { fake } = stage;
  fake.faults.add({ kind: "limit", retryAfter: 40 }, { path: /send-email-thread/ });
  const reply = await make();

  await send(reply);

  const { status, nextAttemptAt, reason, attempts } = await rowOf(reply);
  expect({ status, reason, attempts }).toEqual({ status: "queued", reason: "smartlead_limit", attempts: 0 });
  expect(nextAttemptAt!.getTime() - Date.now()).toBeGreaterThan(35_000);
  expect(taken()).toEqual([]);
});
