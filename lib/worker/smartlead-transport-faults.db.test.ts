import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { smartleadConnections } from "@/lib/db/schema";
import { expireClaims } from "@/lib/services/replies/expire-claims";
import { settleSmartleadHolds } from "@/lib/services/replies/settle-smartlead-holds";
import { ACCEPTED, refusal, useSmartleadStandIn } from "@/lib/testing/smartlead-stand-in";
import { useTestDatabase } from "@/lib/testing/test-db";

const test_ = useTestDatabase();
const { stage, make, send, rowOf, connection } = useSmartleadStandIn(test_);

test("a lost connection makes it unknown, and it is never sent again", async () => {
  const { taken } = stage;
  const reply = await make();
  stage.answer = { kind: "unknown", response: "connection lost" };

  await send(reply);
  await send(reply, 3_600_000);

  expect(taken).toHaveLength(1);
  expect(await rowOf(reply)).toMatchObject({ status: "unknown", sentMessageId: null });
});

test("who dies between the mark and the answer leaves it unknown; who dies before the mark leaves it to be sent", async () => {
  const { taken } = stage;
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
  stage.answer = refusal({ reason: "limit", response: "slow down", retryAt });

  await send(reply);

  expect(await rowOf(reply)).toMatchObject({ status: "queued", nextAttemptAt: retryAt, attempts: 0, markedAt: null });
  stage.answer = ACCEPTED;
  expect(await send(reply, 30_000)).toBe("idle");
  expect(await send(reply, 46_000)).toBe("tried");
  expect((await rowOf(reply)).status).toBe("sent");
});

test("a refused key stops the account and holds all its replies, which go when the key is right again", async () => {
  const { world, taken } = stage;
  const [first, second] = [await make(), await make()];
  const later = await make({ status: "scheduled", dueAt: new Date(Date.now() + 86_400_000) });
  stage.answer = refusal({ temporary: true, reason: "auth", response: "Invalid API Key" });

  await send(first);
  await settleSmartleadHolds(test_.db);
  stage.answer = ACCEPTED;
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

test("a key that was refused for long takes none of a reply's own tries", async () => {
  const { world } = stage;
  const reply = await make({ attempts: 9, status: "queued", reason: "smartlead_auth" });
  await test_.db
    .update(smartleadConnections)
    .set({ state: "connected", stateReason: null })
    .where(eq(smartleadConnections.id, world.connection.id));
  stage.answer = refusal();

  await send(reply);

  expect(await rowOf(reply)).toMatchObject({ status: "queued", reason: "smartlead_network", attempts: 1 });
});

test("what Smartlead refuses for good fails with its words; what may pass is tried again", async () => {
  const [wrong, away] = [await make(), await make()];
  stage.answer = refusal({ temporary: false, reason: "refused", response: "Invalid email_stats_id" });
  await send(wrong);
  stage.answer = refusal();
  await send(away);

  expect(await rowOf(wrong)).toMatchObject({
    status: "failed",
    reason: "smartlead_refused",
    detail: "Invalid email_stats_id",
    markedAt: null,
  });
  expect(await rowOf(away)).toMatchObject({ status: "queued", reason: "smartlead_network", attempts: 1 });
});

test("nothing leaves through an account that was disconnected", async () => {
  const { world, taken } = stage;
  await test_.db
    .update(smartleadConnections)
    .set({ state: "disconnected", key: null })
    .where(eq(smartleadConnections.id, world.connection.id));
  const reply = await make();

  expect(await send(reply)).toBe("held");

  expect(taken).toEqual([]);
  expect((await rowOf(reply)).heldReason).toBe("smartlead");
});
