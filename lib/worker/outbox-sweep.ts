import { and, gt, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { replies } from "@/lib/db/schema";
import { expireClaims } from "@/lib/services/replies/expire-claims";
import type { WorkerDeps } from "./deps";
import { fileSentCopy } from "./handlers/file-sent-copy";

/** What was sent this long ago and is not put away yet has lost its job. */
const OVERDUE_MS = 60_000;
const MAX_PAUSE_MS = 60 * 60_000;
/** A copy that could not be filed for so long is given up; the message is in its thread all the same. */
const FILED_WITHIN_MS = 7 * 24 * 3_600_000;

/**
 * Looks after all that no job will come for: claims whose holder died, replies that are due or may be released,
 * and sent ones that are not stored or filed yet. Each call is one look; one sweeper a worker.
 */
export function outboxSweep(deps: WorkerDeps, wake: (mailboxId: string) => void): () => Promise<void> {
  const pauses = new Map<string, { until: number; ms: number }>();
  return async () => {
    const { requeued, unknown } = await expireClaims(deps.db, deps.now);
    if (requeued + unknown > 0) log.warn({ requeued, unknown }, "claims ran out");
    for (const mailboxId of await mailboxesWithWork(deps)) wake(mailboxId);
    for (const replyId of await unfinished(deps)) await finish(deps, replyId, pauses);
  };
}

async function mailboxesWithWork({ db, now }: WorkerDeps): Promise<string[]> {
  const at = now();
  const rows = await db
    .selectDistinct({ mailboxId: replies.mailboxId })
    .from(replies)
    .where(
      and(
        inArray(replies.status, ["scheduled", "queued"]),
        lte(replies.dueAt, at),
        or(isNull(replies.nextAttemptAt), lte(replies.nextAttemptAt, at)),
      ),
    );
  return rows.map(({ mailboxId }) => mailboxId);
}

async function unfinished({ db, now }: WorkerDeps): Promise<string[]> {
  const at = now().getTime();
  const rows = await db
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        // Spelled out for the partial index `replies_unfinished`.
        sql`${replies.status} = 'sent' and (${replies.sentMessageId} is null or ${replies.filedAt} is null)`,
        lt(replies.sentAt, new Date(at - OVERDUE_MS)),
        or(isNull(replies.sentMessageId), gt(replies.sentAt, new Date(at - FILED_WITHIN_MS))),
      ),
    )
    .orderBy(sql`${replies.sentAt} desc`)
    .limit(50);
  return rows.map(({ id }) => id);
}

/** Tries with growing pauses: a mailbox whose folder cannot be written to is not asked every two seconds. */
async function finish(
  deps: WorkerDeps,
  replyId: string,
  pauses: Map<string, { until: number; ms: number }>,
): Promise<void> {
  const pause = pauses.get(replyId);
  const at = deps.now().getTime();
  if (pause && pause.until > at) return;
  try {
    await fileSentCopy(deps, { replyId });
    pauses.delete(replyId);
  } catch (error) {
    const ms = Math.min((pause?.ms ?? 30_000) * 2, MAX_PAUSE_MS);
    pauses.set(replyId, { until: at + ms, ms });
    log.warn({ replyId, err: error }, "a sent reply is not put away yet");
  }
}
