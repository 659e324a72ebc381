import { and, inArray, isNull, lte, notInArray, or } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { replies } from "@/lib/db/schema";
import { PERSONS_HOLDS } from "@/lib/domain/reply-state";
import { expireClaims } from "@/lib/services/replies/expire-claims";
import { settleSmartleadHolds } from "@/lib/services/replies/settle-smartlead-holds";
import type { WorkerDeps } from "./deps";

/** Looks after what no job will come for: claims whose holder died, and replies that are due or may be released. */
export async function sweepOutbox(deps: WorkerDeps, wake: (mailboxId: string) => void): Promise<void> {
  const { requeued, unknown, sent } = await expireClaims(deps.db, deps.now);
  if (requeued + unknown + sent > 0) log.warn({ requeued, unknown, sent }, "claims ran out");
  const { held, released } = await settleSmartleadHolds(deps.db);
  if (held + released > 0) log.info({ held, released }, "an account at Smartlead has changed");
  for (const mailboxId of await mailboxesWithWork(deps)) wake(mailboxId);
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
        or(isNull(replies.heldReason), notInArray(replies.heldReason, [...PERSONS_HOLDS])),
      ),
    );
  return rows.map(({ mailboxId }) => mailboxId);
}
