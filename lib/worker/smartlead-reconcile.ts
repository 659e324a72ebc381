import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { replies } from "@/lib/db/schema";
import { giveUpHandedOver } from "@/lib/services/replies/give-up-handed-over";
import { matchSentMessage } from "@/lib/services/replies/match-sent-message";
import type { ReplyRow } from "@/lib/services/replies/reply-row";
import { isSmartleadOpen, smartleadOfReply } from "@/lib/services/replies/smartlead-of-reply";
import { SmartleadFault, type RemoteMessage } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";
import { smartleadApiOf } from "./smartlead-api-of";
import { storeOwnReply } from "./store-own-reply";

const AT_ONCE = 10;
/** Histories may begin a little earlier than our clock says. */
const CLOCKS_MS = 2 * 60_000;

/**
 * Looks for replies of which nobody knows whether Smartlead took them, and for those that it keeps until their time, in the history
 * of their lead. What is found is sent; what is not found stays as it is, for the next look or for a person, and is never sent again;
 * what Smartlead has kept is left to a person too, hours after its time.
 * Looks become rarer: after 15 s first, later after a quarter of the time that has passed, at most once an hour, for a week.
 */
export async function reconcileSmartleadReplies(deps: WorkerDeps, signal?: AbortSignal): Promise<void> {
  for (const reply of await openReplies(deps)) {
    if (signal?.aborted) return;
    try {
      await lookFor(deps, reply);
    } catch (error) {
      const reason = error instanceof SmartleadFault ? error.reason : undefined;
      log.warn({ replyId: reply.id, reason, err: error }, "a reply was not looked for at Smartlead");
    }
  }
  const count = await giveUpHandedOver(deps.db, deps.now);
  if (count > 0) log.warn({ count }, "Smartlead shows no trace of what it was to send");
}

/** A reply with a time ahead has nothing to show before that. */
function openReplies({ db, now }: WorkerDeps): Promise<ReplyRow[]> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const since = sql`greatest(${replies.markedAt}, ${replies.scheduledAt})`;
  const pause = sql`least(greatest((${at} - ${since}) / 4, interval '15 seconds'), interval '1 hour')`;
  return db
    .select()
    .from(replies)
    .where(
      and(
        inArray(replies.status, ["unknown", "handed_over"]),
        isNotNull(replies.smartleadLeadId),
        sql`${since} between ${at} - interval '7 days' and ${at} - interval '5 seconds'`,
        sql`(${replies.checkedAt} is null or ${replies.checkedAt} < ${at} - ${pause})`,
      ),
    )
    .orderBy(sql`${replies.checkedAt} nulls first`, asc(replies.markedAt))
    .limit(AT_ONCE);
}

async function lookFor(deps: WorkerDeps, reply: ReplyRow): Promise<void> {
  const { db, now } = deps;
  // Written first: one whose look always fails takes nobody's turn.
  await db.update(replies).set({ checkedAt: now() }).where(eq(replies.id, reply.id));
  const smartlead = await smartleadOfReply(db, reply);
  if (!smartlead || !isSmartleadOpen(smartlead.connection)) return;
  const api = smartleadApiOf(deps, smartlead.connection);
  const { rows } = await api.readHistory({
    kind: "sync",
    campaignId: smartlead.campaignId,
    leadId: smartlead.lead.remoteLeadId,
    since: new Date((reply.markedAt ?? reply.acceptedAt).getTime() - CLOCKS_MS),
  });
  for (const message of rows) if (message.type === "SENT" && (await match(deps, reply, message))) return;
}

/** Another reply of the thread may be found on the way; it is welcome. @returns whether it was this one */
async function match(deps: WorkerDeps, { id, threadId }: ReplyRow, message: RemoteMessage): Promise<boolean> {
  const found = await deps.db.transaction((tx) => matchSentMessage(tx, { threadId, message }));
  if (!found) return false;
  if (!found.storedId) {
    await storeOwnReply(deps, found.reply.id);
    // Stored under our own ids first; what Smartlead calls it follows.
    await deps.db.transaction((tx) => matchSentMessage(tx, { threadId, message }));
  }
  return found.reply.id === id;
}
