import { inArray } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { listFiles } from "@/lib/storage/storage";
import type { WorkerDeps } from "./deps";
import { attemptOf, dropCopy, OUTBOX } from "./outbox-copy";
import { FILED_WITHIN_MS } from "./sent-sweep";

/** So many files are asked about in one statement. */
const AT_ONCE = 500;

/**
 * Removes the copies of attempts that nobody will read again: of a claim that was lost, of a reply that is put away or was given up. Files
 * are listed before their replies are asked for, and a claim is written before its file, so that none is taken for lost too early.
 * @returns how many went
 */
export async function removeLeftCopies({ db, now }: Pick<WorkerDeps, "db" | "now">): Promise<number> {
  let count = 0;
  for await (const keys of listFiles(OUTBOX)) {
    const attempts = keys.map(attemptOf).filter((attempt) => attempt !== null);
    for (let from = 0; from < attempts.length; from += AT_ONCE) {
      const some = attempts.slice(from, from + AT_ONCE);
      const ids = some.map(({ id }) => id);
      const rows = await db.select().from(replies).where(inArray(replies.id, ids));
      const tokens = new Set(rows.filter((row) => isNeeded(row, now())).map(({ claimToken }) => claimToken));
      const left = some.filter(({ claimToken }) => !tokens.has(claimToken));
      for (const attempt of left) await dropCopy(attempt);
      count += left.length;
    }
  }
  return count;
}

const OPEN: ReplyRow["status"][] = ["sending", "unknown", "handed_over"];

/** What may have left is shown and filed from its copy. */
function isNeeded({ status, sentMessageId, filedAt, sentAt }: ReplyRow, at: Date): boolean {
  if (OPEN.includes(status)) return true;
  if (status !== "sent") return false;
  const isGivenUp = sentAt !== null && at.getTime() - sentAt.getTime() > FILED_WITHIN_MS;
  return sentMessageId === null || (filedAt === null && !isGivenUp);
}
