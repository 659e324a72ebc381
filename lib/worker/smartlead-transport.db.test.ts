import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailboxes, messages, replies, replyAttachments, smartleadConnections, uploads } from "@/lib/db/schema";
import { expireClaims } from "@/lib/services/replies/expire-claims";
import { settleSmartleadHolds } from "@/lib/services/replies/settle-smartlead-holds";
import type { RemoteReply, RemoteSendResult, SmartleadApi } from "@/lib/smartlead/smartlead-api";
import { putFile } from "@/lib/storage/storage";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { sendReply } from "./handlers/send-reply";

const test_ = useTestDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-smartlead-"));
beforeAll(() => {
  process.env.DATA_DIR = folder;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let world: SmartleadWorld;
let taken: RemoteReply[];
let answer: () => Promise<RemoteSendResult>;
const accepted: RemoteSendResult = { kind: "accepted", endpoint: "a", response: "Email added to the queue" };

/** Only what sends: a turn, the mark, and the answer that the test wants. */
const standIn = {
  async sendThread({ reply, onTurn }) {
    await onTurn?.();
    taken.push(reply);
    return answer();
  },
} as Partial<SmartleadApi> as SmartleadApi;

beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
  taken = [];
  answer = () => Promise.resolve(accepted);
});

const deps = (aheadMs = 0) => ({
  db: test_.db,
  now: () => new Date(Date.now() + aheadMs),
  smartlead: () => standIn,
});
const make = (values: Partial<typeof replies.$inferInsert> = {}) =>
  makeReply(test_.db, world, { smartleadLeadId: world.remoteLead.id, ...values });
const send = (reply: { id: string }, aheadMs = 0) => sendReply(deps(aheadMs), { replyId: reply.id });
const rowOf = async ({ id }: { id: string }) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const connection = async () =>
  (await test_.db.select().from(smartleadConnections).where(eq(smartleadConnections.id, world.connection.id)))[0]!;
const refusal = (values: Partial<Extract<RemoteSendResult, { kind: "refused" }>>): RemoteSendResult => ({
  kind: "refused",
  temporary: true,
  reason: "network",
  response: "",
  retryAt: null,
  ...values,
});

test("a reply leaves through Smartlead once, with every field, and stands in its thread", async () => {
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
  const own = { workspaceId: world.workspaceId, memberId: world.member.id };
  await putFile("uploads/offer", Buffer.from("offer"));
  await putFile("uploads/logo", Buffer.from("logo"));
  const [offer] = await test_.db
    .insert(uploads)
    .values({
      ...own,
      fileName: "offer.pdf",
      contentType: "application/pdf",
      size: 5,
      sha256: "",
      storageKey: "uploads/offer",
    })
    .returning();
  const [logo] = await test_.db
    .insert(uploads)
    .values({ ...own, fileName: "logo.png", contentType: "image/png", size: 4, sha256: "", storageKey: "uploads/logo" })
    .returning();
  await test_.db.insert(replyAttachments).values([
    {
      replyId: reply.id,
      position: 0,
      uploadId: offer!.id,
      fileName: "Offer.pdf",
      contentType: "application/pdf",
      size: 5,
    },
    {
      replyId: reply.id,
      position: 1,
      uploadId: logo!.id,
      fileName: "logo.png",
      contentType: "image/png",
      contentId: "logo",
    },
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
  expect(sent).toMatchObject({ status: "sent", markedAt: expect.any(Date), serverResponse: accepted.response });
  const [message] = await test_.db.select().from(messages).where(eq(messages.id, sent.sentMessageId!));
  expect(message).toMatchObject({ threadId: world.thread.id, messageId: reply.messageId, hasAttachments: true });
  expect((await connection()).foundEndpoint).toBe("a");
});

test("a mailbox without a server, or whose password is refused, sends through Smartlead all the same", async () => {
  await test_.db
    .update(mailboxes)
    .set({ state: "failing", stateReason: "auth" })
    .where(eq(mailboxes.id, world.mailbox.id));
  const reply = await make();

  await send(reply);

  expect((await rowOf(reply)).status).toBe("sent");
});

test("a lost connection makes it unknown, and it is never sent again", async () => {
  const reply = await make();
  answer = () => Promise.resolve({ kind: "unknown", response: "connection lost" });

  await send(reply);
  await send(reply, 3_600_000);

  expect(taken).toHaveLength(1);
  expect(await rowOf(reply)).toMatchObject({ status: "unknown", sentMessageId: null });
});

test("who dies between the mark and the answer leaves it unknown; who dies before the mark leaves it to be sent", async () => {
  const [marked, unmarked] = [
    await make({
      status: "sending",
      claimToken: crypto.randomUUID(),
      claimedUntil: new Date(0),
      markedAt: new Date(0),
    }),
    await make({ status: "sending", claimToken: crypto.randomUUID(), claimedUntil: new Date(0) }),
  ];

  await expireClaims(test_.db, () => new Date());
  await send(unmarked);
  await send(marked);

  expect((await rowOf(marked)).status).toBe("unknown");
  expect((await rowOf(unmarked)).status).toBe("sent");
  expect(taken).toHaveLength(1);
});

test("a limit is waited out as told and costs no try", async () => {
  const reply = await make();
  const retryAt = new Date(Date.now() + 45_000);
  answer = () => Promise.resolve(refusal({ reason: "limit", response: "slow down", retryAt }));

  await send(reply);

  expect(await rowOf(reply)).toMatchObject({ status: "queued", nextAttemptAt: retryAt, attempts: 0, markedAt: null });
  answer = () => Promise.resolve(accepted);
  expect(await send(reply, 30_000)).toBe("idle");
  expect(await send(reply, 46_000)).toBe("tried");
  expect((await rowOf(reply)).status).toBe("sent");
});

test("a refused key stops the account and holds all its replies, which go when the key is right again", async () => {
  const [first, second] = [await make(), await make()];
  const later = await make({ status: "scheduled", dueAt: new Date(Date.now() + 86_400_000) });
  answer = () => Promise.resolve(refusal({ temporary: true, reason: "auth", response: "Invalid API Key" }));

  await send(first);
  await settleSmartleadHolds(test_.db);
  answer = () => Promise.resolve(accepted);
  expect(await send(second)).toBe("held");

  expect(await connection()).toMatchObject({ state: "failing", stateReason: "auth", stateDetail: "Invalid API Key" });
  for (const each of [first, second, later]) expect((await rowOf(each)).heldReason).toBe("smartlead");
  expect(taken).toHaveLength(1);

  await test_.db
    .update(smartleadConnections)
    .set({ state: "connected", stateReason: null })
    .where(eq(smartleadConnections.id, world.connection.id));
  await settleSmartleadHolds(test_.db);
  // Whose key was refused tries again a minute later.
  await send(first, 61_000);
  await send(second);

  expect([await rowOf(first), await rowOf(second)].map(({ status }) => status)).toEqual(["sent", "sent"]);
  expect(await rowOf(later)).toMatchObject({ status: "scheduled", heldReason: null });
});

test("what Smartlead refuses for good fails with its words; what may pass is tried again", async () => {
  const [wrong, away] = [await make(), await make()];
  answer = () => Promise.resolve(refusal({ temporary: false, reason: "refused", response: "Invalid email_stats_id" }));
  await send(wrong);
  answer = () => Promise.resolve(refusal({}));
  await send(away);

  expect(await rowOf(wrong)).toMatchObject({
    status: "failed",
    reason: "smartlead_refused",
    detail: "Invalid email_stats_id",
    markedAt: null,
  });
  expect(await rowOf(away)).toMatchObject({ status: "queued", reason: "smartlead_network", attempts: 1 });
});

test("a time ahead that is handed over goes along, and the reply is Smartlead's until then", async () => {
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

test("nothing leaves through an account that was disconnected", async () => {
  await test_.db
    .update(smartleadConnections)
    .set({ state: "disconnected", key: null })
    .where(eq(smartleadConnections.id, world.connection.id));
  const reply = await make();

  expect(await send(reply)).toBe("held");

  expect(taken).toEqual([]);
  expect((await rowOf(reply)).heldReason).toBe("smartlead");
});
