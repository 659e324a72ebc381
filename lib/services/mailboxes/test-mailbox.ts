import { AppError } from "@/lib/core/errors";
import { mailboxTests, type mailboxes, type TestStep } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { mailboxOf } from "./mailbox-of";
import type { MailboxInput } from "./schemas";

const STEPS: TestStep[] = [
  { side: "imap", step: "name", state: "waiting" },
  { side: "imap", step: "tls", state: "waiting" },
  { side: "imap", step: "login", state: "waiting" },
  { side: "imap", step: "folders", state: "waiting" },
  { side: "smtp", step: "name", state: "waiting" },
  { side: "smtp", step: "tls", state: "waiting" },
  { side: "smtp", step: "login", state: "waiting" },
  { side: "smtp", step: "message", state: "waiting" },
  { side: "smtp", step: "arrival", state: "waiting" },
];

/** Orders a test of both servers of a mailbox; the worker writes each step's verdict as it happens (`getMailboxTest`). */
export async function testMailbox(
  { actor, db, now }: Context,
  { mailboxId }: MailboxInput,
): Promise<{ testId: string }> {
  may(actor, "mailbox.manage");
  return db.transaction(async (tx) => {
    const mailbox = await mailboxOf(tx, actor, mailboxId);
    if (mailbox.engine !== "smtp") throw new AppError("conflict", { reason: "sandbox" });
    const [test] = await tx
      .insert(mailboxTests)
      .values({ workspaceId: actor.workspaceId, mailboxId, steps: stepsFor(mailbox), startedAt: now() })
      .returning({ id: mailboxTests.id });
    await record(tx, actor, "mailbox.tested", { subjectId: mailboxId });
    await enqueue(tx, JOBS.testMailbox, { testId: test!.id });
    return { testId: test!.id };
  });
}

/** A server that is exempt from TLS must not be called encrypted. */
function stepsFor({ imapSecurity, smtpSecurity }: typeof mailboxes.$inferSelect): TestStep[] {
  const isOpen = { imap: imapSecurity === "none", smtp: smtpSecurity === "none" };
  return STEPS.map((step) => (step.step === "tls" && isOpen[step.side] ? { ...step, step: "open" } : step));
}
