import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  messages,
  replies,
  smartleadActions,
  smartleadCampaigns,
  smartleadConnections,
  smartleadLeads,
  type smartleadConnections as Connections,
} from "@/lib/db/schema";
import { expireClaims } from "@/lib/services/replies/expire-claims";
import { matchSentMessage } from "@/lib/services/replies/match-sent-message";
import { startFakeSmartlead, type FakeSmartlead } from "@/lib/testing/fake-smartlead/start-fake-smartlead";
import type { FakeLead } from "@/lib/testing/fake-smartlead/fake-state";
import { settleSmartleadHolds } from "@/lib/services/replies/settle-smartlead-holds";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { makeReply } from "@/lib/testing/make-reply";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { addNote } from "@/lib/services/notes/add-note";
import { addTask } from "@/lib/services/smartlead/add-task";
import { carryUnsubscribe } from "@/lib/services/smartlead/carry-unsubscribe";
import { pauseLead } from "@/lib/services/smartlead/pause-lead";
import { resumeLead } from "@/lib/services/smartlead/resume-lead";
import { setReminder } from "@/lib/services/smartlead/set-reminder";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf } from "@/lib/testing/factories";
import { carrySmartleadActions } from "./handlers/carry-smartlead-actions";
import { fileSentCopy } from "./handlers/file-sent-copy";
import { storeRemoteLead } from "@/lib/services/smartlead/store-remote-lead";
import { sendReply } from "./handlers/send-reply";
import { reconcileSmartleadReplies } from "./smartlead-reconcile";
import { smartleadApiOf } from "./smartlead-api-of";

const test_ = useTestDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-smartlead-"));
let fake: FakeSmartlead;
let world: SmartleadWorld;
let there: FakeLead;

beforeAll(async () => {
  fake = await startFakeSmartlead();
  Object.assign(process.env, {
    DATA_DIR: folder,
    SMARTLEAD_BASE_URL: fake.url,
    ALLOW_PRIVATE_HOSTS: fake.allow,
    SMARTLEAD_PER_TWO_SECONDS: "1000",
    SMARTLEAD_PER_MINUTE: "1000",
  });
});
afterAll(async () => {
  await fake.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  fake.faults.clear();
  Object.assign(fake.switches, { a: "on", b: "on", historyLagMs: 0 });
  fake.calls.length = 0;
  world = await makeSmartleadWorld(test_.db);
  const campaign = fake.addCampaign();
  there = fake.addLead({ campaign, account: fake.addAccount({ address: world.mailbox.address }) });
  const answer = await fake.receive(there);
  const { id } = world.connection;
  // Each world is a key of its own, or one world's limit would be the next one's.
  fake.keys.add(`sl-key-${id}`);
  await test_.db
    .update(smartleadCampaigns)
    .set({ remoteId: String(campaign.id) })
    .where(eq(smartleadCampaigns.connectionId, id));
  await test_.db
    .update(smartleadLeads)
    .set({ leadMapId: there.mapId, remoteLeadId: there.leadId })
    .where(eq(smartleadLeads.id, world.remoteLead.id));
  await test_.db.update(messages).set({ statsId: answer.stats_id }).where(eq(messages.threadId, world.thread.id));
});

const deps = (aheadMs = 0) => ({ db: test_.db, now: () => new Date(Date.now() + aheadMs) });
const make = (values: Partial<typeof replies.$inferInsert> = {}) =>
  makeReply(test_.db, world, { smartleadLeadId: world.remoteLead.id, ...values });
const send = (reply: { id: string }, aheadMs = 0) => sendReply(deps(aheadMs), { replyId: reply.id });
const rowOf = async ({ id }: { id: string }) => (await test_.db.select().from(replies).where(eq(replies.id, id)))[0]!;
const connection = async (): Promise<typeof Connections.$inferSelect> =>
  (await test_.db.select().from(smartleadConnections).where(eq(smartleadConnections.id, world.connection.id)))[0]!;
const outbound = () =>
  test_.db
    .select()
    .from(messages)
    .where(and(eq(messages.threadId, world.thread.id), eq(messages.direction, "out")));
const taken = () => fake.replies.filter(({ lead }) => lead === there);
const sends = () => fake.calls.filter(({ path }) => path.endsWith("thread"));
/** As the sync does with what a history shows. */
const readHistory = async () => {
  const { rows } = await smartleadApiOf(deps(), await connection()).readHistory({
    kind: "sync",
    campaignId: String(there.campaign.id),
    leadId: there.leadId,
  });
  for (const message of rows.filter(({ type }) => type === "SENT"))
    await test_.db.transaction((tx) => matchSentMessage(tx, { threadId: world.thread.id, message }));
};

test("the documented body arrives at endpoint A, field by field, and a copy stands in the thread under Smartlead's own Message-ID once it is known", async () => {
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
  fake.switches.a = "html_page";
  const [first, second] = [await make(), await make()];

  await send(first);
  expect((await connection()).foundEndpoint).toBe("b");
  await send(second);

  expect(taken().map(({ endpoint }) => endpoint)).toEqual(["b", "b"]);
  expect(sends()).toHaveLength(3);
});

test("lost after it was taken: unknown, then found in the history, in its thread once, and never sent again", async () => {
  fake.faults.add({ kind: "lost_after" }, { path: /send-email-thread/ });
  const reply = await make();
  await send(reply);
  expect((await rowOf(reply)).status).toBe("unknown");
  expect(taken()).toHaveLength(1);

  await reconcileSmartleadReplies(deps(6_000));
  await reconcileSmartleadReplies(deps(3_600_000));
  await send(reply, 3_600_000);

  expect(await rowOf(reply)).toMatchObject({ status: "sent", sentMessageId: expect.any(String) });
  expect(taken()).toHaveLength(1);
  const ours = (await outbound()).filter(({ replyId }) => replyId === reply.id);
  expect(ours).toMatchObject([{ messageId: taken()[0]!.messageId.slice(1, -1) }]);
});

test("lost before it was read: nothing is in the history, and it waits for a person instead of going twice", async () => {
  fake.faults.add({ kind: "lost_before" }, { path: /send-email-thread/ });
  const reply = await make();
  await send(reply);

  for (const minutes of [1, 10, 60, 600]) await reconcileSmartleadReplies(deps(minutes * 60_000));

  expect(await rowOf(reply)).toMatchObject({ status: "unknown", checkedAt: expect.any(Date) });
  expect(sends()).toHaveLength(1);
});

test("killed between the mark and the answer: unknown, and found", async () => {
  const reply = await make();
  fake.faults.add({ kind: "slow", ms: 400 }, { path: /send-email-thread/ });
  const lost = send(reply);
  await expect.poll(async () => (await rowOf(reply)).markedAt).not.toBeNull();
  // Another worker finds the claim run out while the holder hangs.
  await expireClaims(test_.db, () => new Date(Date.now() + 3_600_000));
  expect((await rowOf(reply)).status).toBe("unknown");
  await expect.poll(() => taken().length).toBe(1);

  await reconcileSmartleadReplies(deps(6_000));
  expect((await rowOf(reply)).status).toBe("sent");
  await lost;

  expect((await rowOf(reply)).status).toBe("sent");
  expect((await outbound()).filter(({ replyId }) => replyId === reply.id)).toHaveLength(1);
});

test("the sync finds our replies in a history: stored or not, each is one message", async () => {
  const stored = await make();
  await send(stored);
  fake.faults.add({ kind: "lost_after" }, { path: /send-email-thread/ });
  const lost = await make({ bodyHtml: "<p>Quite another text of ours, shall we?</p>" });
  await send(lost);
  const api = smartleadApiOf(deps(), await connection());
  const lead = (await api.findLead({ kind: "sync", leadMapId: there.mapId }))!;
  const { rows } = await api.readHistory({ kind: "sync", campaignId: String(there.campaign.id), leadId: there.leadId });
  for (let time = 0; time < 2; time++)
    await storeRemoteLead(deps(), { connection: await connection(), lead, history: rows, isPast: false } as never);
  await fileSentCopy(deps(), { replyId: lost.id });
  await reconcileSmartleadReplies(deps(6_000));

  expect(
    [await rowOf(stored), await rowOf(lost)].map(({ status, sentMessageId }) => [status, Boolean(sentMessageId)]),
  ).toEqual([
    ["sent", true],
    ["sent", true],
  ]);
  const ours = (await outbound()).filter(({ replyId }) => replyId !== null);
  expect(new Set(ours.map(({ replyId }) => replyId))).toEqual(new Set([stored.id, lost.id]));
  expect(ours.map(({ messageId }) => `<${messageId}>`).toSorted()).toEqual(
    taken()
      .map(({ messageId }) => messageId)
      .toSorted(),
  );
});

test("a limit is waited out as Smartlead tells", async () => {
  fake.faults.add({ kind: "limit", retryAfter: 40 }, { path: /send-email-thread/ });
  const reply = await make();

  await send(reply);

  const { status, nextAttemptAt, reason, attempts } = await rowOf(reply);
  expect({ status, reason, attempts }).toEqual({ status: "queued", reason: "smartlead_limit", attempts: 0 });
  expect(nextAttemptAt!.getTime() - Date.now()).toBeGreaterThan(35_000);
  expect(taken()).toEqual([]);
});

test("a refused key stops the account with Smartlead's words and never shows the key", async () => {
  fake.keys.delete(`sl-key-${world.connection.id}`);
  const [first, second] = [await make(), await make()];

  await send(first);
  expect(await send(second)).toBe("held");

  const row = await connection();
  expect(row).toMatchObject({
    state: "failing",
    stateReason: "auth",
    stateDetail: expect.stringContaining("Invalid API Key"),
  });
  expect(JSON.stringify([row, await rowOf(first)])).not.toContain(`sl-key-${world.connection.id}`);
  expect(await rowOf(first)).toMatchObject({ status: "queued", heldReason: "smartlead", markedAt: null });
});

test("a key that may read and not send is tried more and more rarely", async () => {
  const connected = () =>
    test_.db
      .update(smartleadConnections)
      .set({ state: "connected", stateReason: null })
      .where(eq(smartleadConnections.id, world.connection.id));
  const reply = await make();
  fake.keys.delete(`sl-key-${world.connection.id}`);
  await send(reply);
  await connected();
  await settleSmartleadHolds(test_.db);
  expect(await send(reply)).toBe("idle");

  expect(await send(reply, 2 * 60_000)).toBe("tried");
  await connected();
  await settleSmartleadHolds(test_.db);

  expect(await send(reply, 4 * 60_000)).toBe("idle");
  expect(await rowOf(reply)).toMatchObject({ status: "queued", heldReason: null, reason: "smartlead_auth" });
  expect(sends()).toHaveLength(2);
});

test("a key that was replaced while it was refused says nothing of the new one", async () => {
  const reply = await make();
  fake.keys.delete(`sl-key-${world.connection.id}`);
  fake.faults.add({ kind: "slow", ms: 400 }, { path: /send-email-thread/ });
  const sending = send(reply);
  await expect.poll(async () => (await rowOf(reply)).markedAt).not.toBeNull();
  await test_.db
    .update(smartleadConnections)
    .set({ keyHash: "of the new one" })
    .where(eq(smartleadConnections.id, world.connection.id));
  await sending;

  expect((await connection()).state).toBe("connected");
  expect((await rowOf(reply)).nextAttemptAt).not.toBeNull();
});

test("every action is taken by Smartlead as it documents it", async () => {
  const context = contextOf(world.member, test_.db);
  const threadId = world.thread.id;
  await triageThreads(context, { threadIds: [threadId], change: { kind: "read", on: true } });
  await addNote(context, { threadId, text: "Call on Monday", uploadIds: [] });
  await addTask(context, { threadId, name: "Call", priority: "LOW", dueAt: "2999-01-04T09:00:00Z" });
  await setReminder(context, { threadId, text: "Ask again", remindAt: "2999-01-01T00:00:00Z" });
  await pauseLead(context, { threadId });
  await resumeLead(context, { threadId, delayDays: 3 });
  await test_.db.transaction((tx) => carryUnsubscribe(tx, context.actor, world.lead.id));

  await carrySmartleadActions(deps(), { connectionId: world.connection.id, threadId });

  const ofLead = fake.actions.filter(({ path: each, body }) =>
    [each, String(body.email_lead_map_id)].some((text) => text.includes(there.leadId) || text === there.mapId),
  );
  expect(ofLead.map(({ path: each }) => each.split("/").at(-1))).toEqual([
    "change-read-status",
    "create-note",
    "create-task",
    "set-reminder",
    "pause",
    "resume",
    "unsubscribe",
  ]);
  expect(there).toMatchObject({ isUnread: false, status: "STOPPED" });
  const pending = eq(smartleadActions.connectionId, world.connection.id);
  expect(await test_.db.$count(smartleadActions, and(pending, eq(smartleadActions.state, "confirmed")))).toBe(7);
});

test("what Smartlead was to send and shows no trace of is left to a person, hours after its time", async () => {
  const scheduledAt = new Date(Date.now() + 60_000);
  const reply = await make({ scheduledAt });
  await send(reply);

  await reconcileSmartleadReplies(deps(5 * 3_600_000));
  expect((await rowOf(reply)).status).toBe("handed_over");
  await reconcileSmartleadReplies(deps(7 * 3_600_000));
  expect((await rowOf(reply)).status).toBe("unknown");

  const context = { ...contextOf(world.member, test_.db), now: deps(7 * 3_600_000).now };
  await resolveUnknownReply(context, { replyId: reply.id, arrived: true });
  expect(await rowOf(reply)).toMatchObject({ status: "sent", sentAt: scheduledAt });
});

test("a reply that was handed over is sent when the history shows it, at the time it left", async () => {
  const scheduledAt = new Date(Date.now() + 3_600_000);
  const reply = await make({ scheduledAt });
  await send(reply);
  expect(taken()[0]!.body).toMatchObject({ scheduledTime: scheduledAt.toISOString() });
  await reconcileSmartleadReplies(deps(60_000));
  expect((await rowOf(reply)).status).toBe("handed_over");

  fake.sendDue(scheduledAt);
  await reconcileSmartleadReplies(deps(3_610_000));

  expect(await rowOf(reply)).toMatchObject({ status: "sent", sentAt: scheduledAt });
  const [copy] = (await outbound()).filter(({ replyId }) => replyId === reply.id);
  expect(copy!.sentAt.getTime()).toBeGreaterThanOrEqual(scheduledAt.getTime() - 1_000);
});
