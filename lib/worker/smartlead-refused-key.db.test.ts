import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { smartleadConnections } from "@/lib/db/schema";
import { settleSmartleadHolds } from "@/lib/services/replies/settle-smartlead-holds";
import { useSmartleadSending } from "@/lib/testing/smartlead-sending";
import { useTestDatabase } from "@/lib/testing/test-db";

const test_ = useTestDatabase();
const { stage, make, send, rowOf, connection, sends } = useSmartleadSending(test_);

test("a refused key stops the account with Smartlead's words and never shows the key", async () => {
  const { fake, world } = stage;
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
  const { fake, world } = stage;
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
  const { fake, world } = stage;
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
