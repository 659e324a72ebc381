import type { Database } from "@/lib/db/client";
import { moveBehindReturn } from "@/lib/services/follow-ups/move-behind-return";
import { stopAnsweredChains } from "@/lib/services/follow-ups/stop-answered-chains";
import { tellFollowers } from "@/lib/services/followers/tell-followers";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
import type { Incoming } from "./direction-of-message";

type Where = { threadId: number; leadId: string | null; at: Date };

/**
 * What a message of the other side means for what waits: an answer ends follow-ups and reminders that wait for none and
 * brings a snoozed thread back, and is told to who follows the thread; an absence note of the one who is written to moves follow-ups. In the transaction that stores it.
 */
export async function followIncoming(tx: Database, message: Incoming, { threadId, leadId, at }: Where): Promise<void> {
  const { workspaceId, from, isAutomatic, returnDate } = message;
  if (!isAutomatic) {
    await closeAnsweredReminders(tx, { threadId, leadId, at });
    await stopAnsweredChains(tx, { workspaceId, threadId, leadId, from: from?.address ?? "", at });
    await tellFollowers(tx, { workspaceId, threadId, at });
  } else if (returnDate !== null && from) {
    await moveBehindReturn(tx, { workspaceId, threadId, leadId, from, returnDate, at });
  }
}
