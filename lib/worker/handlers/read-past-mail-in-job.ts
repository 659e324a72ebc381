import { and, eq, isNull } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { imapFailureOf } from "@/lib/mail/imap/failure";
import { record } from "@/lib/services/record";
import type { WorkerDeps } from "../deps";
import { readPastMail } from "../read-past-mail";

/** As long as the queue lets the job run; what is left is read when it is begun again. */
const LONGEST_MS = 5.9 * 3_600_000;

/** Reads the last days of a mailbox and writes down how it went. @throws what the queue tries again after */
export async function readPastMailInJob(
  deps: WorkerDeps,
  { mailboxId, days }: { mailboxId: string; days: number },
): Promise<void> {
  const [mailbox] = await deps.db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), isNull(mailboxes.disabledAt), isNull(mailboxes.removedAt)));
  if (!mailbox) return;
  const tell = (kind: string, data: Record<string, unknown>) =>
    record(deps.db, { workspaceId: mailbox.workspaceId }, kind, { subjectId: mailboxId, data: { days, ...data } });
  try {
    await tell("import.mail", await readPastMail(deps, mailbox, { days, signal: AbortSignal.timeout(LONGEST_MS) }));
  } catch (error) {
    await tell("import.mail_failed", { reason: imapFailureOf(error).reason });
    throw error;
  }
}
