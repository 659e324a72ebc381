import { asc, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { assignmentTurns, threads } from "@/lib/db/schema";
import { makeAssignmentWorld, type AssignmentWorld } from "@/lib/testing/assignment-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { assignByRule } from "./assign-by-rule";

const test_ = testDatabase();
let world: AssignmentWorld;
beforeEach(async () => {
  world = await makeAssignmentWorld(test_.db);
});

describe("turns through the database", () => {
  const waiting = async (count: number) => {
    const { workspaceId, mailbox, campaign } = world;
    const values = Array.from({ length: count }, (_, each) => ({
      workspaceId,
      kind: "lead" as const,
      mailboxId: mailbox.id,
      campaignId: campaign.id,
      lastMessageAt: new Date(each),
      lastDirection: "in" as const,
      isAwaitingAnswer: true,
      awaitingSince: new Date(each),
    }));
    const made = await test_.db.insert(threads).values(values).returning({ id: threads.id });
    return made.map(({ id }) => id);
  };
  const ask = (threadId: number) =>
    test_.db.transaction(async (tx) => {
      await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
      await assignByRule(tx, { workspaceId: world.workspaceId, threadIds: [threadId], at: new Date() });
    });

  test("go round in order, one after the other", async () => {
    const { sam, maya, jonas, rule, ownerOf } = world;
    await rule([sam, maya, jonas]);
    const threadIds = await waiting(99);
    for (const threadId of threadIds) await ask(threadId);
    const owners = await Promise.all(threadIds.map(ownerOf));
    expect(owners).toEqual(threadIds.map((_, index) => [sam.id, maya.id, jonas.id][index % 3]));
  });

  test("are given once each, also by four at once", { timeout: 60_000 }, async () => {
    const { sam, maya, jonas, rule } = world;
    const { ruleId } = await rule([sam, maya, jonas]);
    const threadIds = await waiting(300);
    const left = [...threadIds];
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await ask(next);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);

    const owners = await test_.db
      .select({ memberId: threads.assigneeId })
      .from(threads)
      .where(inArray(threads.id, threadIds));
    const counts = [sam, maya, jonas].map(({ id }) => owners.filter(({ memberId }) => memberId === id).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(Math.max(...counts) - Math.min(...counts)).toBe(0);
    const turns = await test_.db
      .select({ lastTurn: assignmentTurns.lastTurn })
      .from(assignmentTurns)
      .where(eq(assignmentTurns.ruleId, ruleId))
      .orderBy(asc(assignmentTurns.lastTurn));
    expect(turns.map(({ lastTurn }) => lastTurn)).toEqual([298, 299, 300]);
  });
});
