import { eq } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { mailboxes, mailboxTests, type TestStep } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { requestSync } from "@/lib/services/replies/request-sync";
import type { WorkerDeps } from "../deps";
import { setMailboxState } from "../mailbox-state";
import { NOT_LOOKED, testSteps, type StepFailure } from "../mailbox-test-steps";

type Test = typeof mailboxTests.$inferSelect;

/**
 * Tries both servers of a mailbox, step by step. Each verdict is written as it falls, so that the page shows it;
 * after a failed step the rest of that side is not tried. A passed test sets a failing mailbox right.
 */
export async function testMailbox(
  deps: WorkerDeps,
  { testId }: { testId: string },
  patience: { patienceMs?: number } = {},
): Promise<void> {
  const { db, now } = deps;
  const [row] = await db
    .select({ test: mailboxTests, mailbox: mailboxes })
    .from(mailboxTests)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxTests.mailboxId))
    .where(eq(mailboxTests.id, testId));
  if (!row || row.test.finishedAt) return;
  const { test, mailbox } = row;
  const attempts = testSteps(deps, mailbox, patience);
  const failedSides = new Set<TestStep["side"]>();
  let steps = test.steps;
  for (const [index, step] of steps.entries()) {
    if (failedSides.has(step.side)) continue;
    steps = steps.with(index, { ...step, state: "running" });
    await write(deps, test, { steps });
    const startedAt = performance.now();
    // A password that was refused is not tried once more.
    const isBlind = step.step === "arrival" && failedSides.has("imap");
    const failure = isBlind ? NOT_LOOKED : await verdictOf(attempts[step.side][step.step]);
    const ms = Math.round(performance.now() - startedAt);
    const { isNote = false, ...why } = failure ?? {};
    if (failure && !isNote) failedSides.add(step.side);
    const state = isNote ? "noted" : failure ? "failed" : "passed";
    steps = steps.with(index, { ...step, state, ...why, ms });
    await write(deps, test, { steps });
  }
  const passed = failedSides.size === 0;
  if (passed) {
    await setMailboxState(db, mailbox, now(), { state: "connected", canSend: true });
    await requestSync(db, now, mailbox.id);
  }
  await write(deps, test, { finishedAt: now(), passed });
}

async function verdictOf(attempt: (() => Promise<StepFailure | null>) | undefined): Promise<StepFailure | null> {
  try {
    return (await attempt?.()) ?? null;
  } catch (error) {
    log.error({ err: error }, "a mailbox's test failed by itself");
    return { reason: "network", detail: "" };
  }
}

async function write({ db }: WorkerDeps, test: Test, values: Partial<Test>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(mailboxTests).set(values).where(eq(mailboxTests.id, test.id));
    await notifyChange(tx, { workspaceId: test.workspaceId, kind: "mailbox", mailboxId: test.mailboxId });
  });
}
