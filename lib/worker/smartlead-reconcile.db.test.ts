import { expect, test } from "vitest";
import { expireClaims } from "@/lib/services/replies/expire-claims";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { storeRemoteLead } from "@/lib/services/smartlead/store-remote-lead";
import { contextOf } from "@/lib/testing/factories";
import { useSmartleadSending } from "@/lib/testing/smartlead-sending";
import { useTestDatabase } from "@/lib/testing/test-db";
import { fileSentCopy } from "./handlers/file-sent-copy";
import { smartleadApiOf } from "./smartlead-api-of";
import { reconcileSmartleadReplies } from "./smartlead-reconcile";

const test_ = useTestDatabase();
const { stage, deps, make, send, rowOf, connection, outbound, taken, sends } = useSmartleadSending(test_);

test("lost after it was taken: unknown, then found in the history, in its thread once, and never sent again", async () => {
  const { fake } = stage;
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
  const { fake } = stage;
  fake.faults.add({ kind: "lost_before" }, { path: /send-email-thread/ });
  const reply = await make();
  await send(reply);

  for (const minutes of [1, 10, 60, 600]) await reconcileSmartleadReplies(deps(minutes * 60_000));

  expect(await rowOf(reply)).toMatchObject({ status: "unknown", checkedAt: expect.any(Date) });
  expect(sends()).toHaveLength(1);
});

test("killed between the mark and the answer: unknown, and found", async () => {
  const { fake } = stage;
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
  const { fake, there } = stage;
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

test("what Smartlead was to send and shows no trace of is left to a person, hours after its time", async () => {
  const { world } = stage;
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
  const { fake } = stage;
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
