import type { Database } from "@/lib/db/client";
import type { ReplyRow } from "../replies/reply-row";
import { chainOfReply } from "./chain-of-reply";
import { countAnew } from "./count-anew";
import { pendingSteps } from "./open-chains";

/**
 * A reply has left, or was given another time: the follow-ups behind it move along, so that the waits between stay. Where it keeps
 * to its plan, nothing moves. The caller holds the thread.
 * @returns how many have moved
 */
export async function moveLaterSteps(tx: Database, reply: ReplyRow, leavesAt: Date): Promise<number> {
  const place = await chainOfReply(tx, reply);
  if (!place) return 0;
  const later = (await pendingSteps(tx, place.chain.id)).filter(({ chainStep }) => chainStep! > place.step);
  return countAnew(tx, later, leavesAt);
}
