import { and, asc, eq, inArray, isNull, lte, notInArray, or, sql, type SQLWrapper } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { replies } from "@/lib/db/schema";
import { PERSONS_HOLDS } from "@/lib/domain/reply-state";
import type { WorkerDeps } from "./deps";
import { sendReply } from "./handlers/send-reply";

/** How many due replies of a mailbox are looked at in one turn; those that are held come last. */
const LOOK_AT = 20;

/** Sends the next due reply of a mailbox. @returns whether there may be more to send at once */
export async function sendNext(deps: WorkerDeps, mailboxId: string): Promise<boolean> {
  const at = deps.now();
  const looked = deps.db
    .select({
      id: replies.id,
      isHeld: isHeld.as("is_held"),
      condition: replies.scheduleCondition,
      dueAt: replies.dueAt,
    })
    .from(replies)
    .where(
      and(
        eq(replies.mailboxId, mailboxId),
        inArray(replies.status, ["scheduled", "queued"]),
        lte(replies.dueAt, at),
        or(isNull(replies.nextAttemptAt), lte(replies.nextAttemptAt, at)),
        // A person is asked, and until then it must not stand before what may leave.
        or(isNull(replies.heldReason), notInArray(replies.heldReason, [...PERSONS_HOLDS])),
      ),
    )
    // Of many that are held any may be free by now: each gets its turn, however many cannot leave.
    .orderBy(
      isHeld,
      sql`case when ${isHeld} then random() end`,
      isConditional(replies.scheduleCondition),
      replies.dueAt,
    )
    .limit(LOOK_AT)
    .as("looked");
  const due = await deps.db
    .select({ id: looked.id })
    .from(looked)
    .orderBy(looked.isHeld, isConditional(looked.condition), asc(looked.dueAt));
  for (const { id } of due) {
    const outcome = await sendReply(deps, { replyId: id }).catch((error: unknown) => {
      log.error({ replyId: id, err: error }, "a reply was not tried");
      return "idle" as const;
    });
    if (outcome === "tried") return true;
    if (outcome === "busy") return false;
  }
  return false;
}

const isHeld = sql<boolean>`(${replies.heldReason} is not null)`;
/** What waits for a sync must not stand before what may leave at once. */
const isConditional = (condition: SQLWrapper) => sql`${condition} = 'if_no_reply'`;
