import { and, gt, isNull, lt, or, sql } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { replies } from "@/lib/db/schema";
import type { WorkerDeps } from "./deps";
import { fileSentCopy } from "./handlers/file-sent-copy";

/** What was sent this long ago and is not put away yet has lost its job. */
const OVERDUE_MS = 60_000;
const MAX_PAUSE_MS = 60 * 60_000;
/** A copy that could not be filed for so long is given up; the message is in its thread all the same. */
export const FILED_WITHIN_MS = 7 * 24 * 3_600_000;
const AT_ONCE = 50;

type Unfinished = { id: string; mailboxId: string };

/**
 * Stores and files what was sent and is not put away yet. Each call is one look, and takes as long as the servers do; one sweeper
 * a worker. Pauses grow: a mailbox whose folder cannot be written to is not asked every two seconds.
 */
export function sentSweep(deps: WorkerDeps, signal: AbortSignal): () => Promise<void> {
  const pauses = new Map<string, { until: number; ms: number }>();
  return async () => {
    const at = deps.now().getTime();
    for (const [id, { until }] of pauses) if (until < at - MAX_PAUSE_MS) pauses.delete(id);
    const paused = [...pauses].filter(([, { until }]) => until > at).map(([id]) => id);
    const failed = new Set<string>();
    for (const { id: replyId, mailboxId } of await unfinished(deps, paused)) {
      if (signal.aborted) return;
      // Whose server does not answer has the others wait for it once a look.
      if (failed.has(mailboxId)) continue;
      try {
        await fileSentCopy(deps, { replyId });
        pauses.delete(replyId);
      } catch (error) {
        failed.add(mailboxId);
        const ms = Math.min((pauses.get(replyId)?.ms ?? 30_000) * 2, MAX_PAUSE_MS);
        pauses.set(replyId, { until: deps.now().getTime() + ms, ms });
        log.warn({ replyId, err: error }, "a sent reply is not put away yet");
      }
    }
  };
}

/** First what is in no thread yet, then what only lacks its copy. What is paused takes nobody's place. */
async function unfinished({ db, now }: WorkerDeps, paused: string[]): Promise<Unfinished[]> {
  const at = now().getTime();
  return db
    .select({ id: replies.id, mailboxId: replies.mailboxId })
    .from(replies)
    .where(
      and(
        // Spelled out for the partial index `replies_unfinished`.
        sql`${replies.status} = 'sent' and (${replies.sentMessageId} is null or ${replies.filedAt} is null)`,
        lt(replies.sentAt, new Date(at - OVERDUE_MS)),
        or(isNull(replies.sentMessageId), gt(replies.sentAt, new Date(at - FILED_WITHIN_MS))),
        sql`${replies.id} <> all (${sql.param(paused)}::uuid[])`,
      ),
    )
    .orderBy(sql`${replies.sentMessageId} is null desc, ${replies.sentAt} desc`)
    .limit(AT_ONCE);
}
