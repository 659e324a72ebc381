import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { replies } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { findCopy, keepCopy } from "./outbox-copy";
import { removeLeftCopies } from "./remove-left-copies";

const test_ = testDatabase();
useFileFolder();
const now = () => new Date();
const sweep = () => removeLeftCopies({ db: test_.db, now });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** A reply with the copy of one attempt, its present claim's unless said otherwise. */
async function withCopy(world: World, values: Partial<typeof replies.$inferInsert>, token?: string) {
  const reply = await makeReply(test_.db, world, { claimToken: randomUUID(), ...values });
  const attempt = { id: reply.id, claimToken: token ?? reply.claimToken };
  await keepCopy(attempt, Buffer.from("the bytes"));
  return attempt;
}

test("where nothing was ever sent there is nothing to remove", async () => {
  expect(await sweep()).toBe(0);
});

test("copies stay as long as somebody may have to read them, and no longer", async () => {
  const world = await makeWorld(test_.db);
  const sentMessageId = world.messages[0]!.id;
  const kept = [
    await withCopy(world, { status: "sending" }),
    await withCopy(world, { status: "unknown", markedAt: daysAgo(30) }),
    await withCopy(world, { status: "handed_over" }),
    await withCopy(world, { status: "sent", sentAt: daysAgo(30) }),
    await withCopy(world, { status: "sent", sentAt: daysAgo(6), sentMessageId }),
  ];
  const left = [
    // Of claims that ran out before the mark, or that somebody's word has ended.
    await withCopy(world, { status: "queued", claimToken: null }, randomUUID()),
    await withCopy(world, { status: "sending" }, randomUUID()),
    await withCopy(world, { status: "failed", claimToken: null }, randomUUID()),
    await withCopy(world, { status: "sent", sentAt: daysAgo(8), sentMessageId }),
    await withCopy(world, { status: "sent", sentAt: daysAgo(1), sentMessageId, filedAt: daysAgo(1) }),
  ];

  expect(await sweep()).toBe(left.length);

  for (const attempt of kept) expect(await findCopy(attempt)).not.toBeNull();
  for (const attempt of left) expect(await findCopy(attempt)).toBeNull();
  expect(await sweep()).toBe(0);
});
