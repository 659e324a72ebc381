import { and, eq, inArray, not } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { passWaitOn } from "@/lib/services/reviews/chain-look";
import type { ReplyRow } from "../replies/reply-row";
import { chainOfReply } from "./chain-of-reply";
import { endChain } from "./end-chain";
import { moveLaterSteps } from "./move-later-steps";

/**
 * What the end of a reply means for its follow-ups, in the transaction that writes it: once it has left, those behind it are counted
 * from then; with the last of them the chain ends. One that a person took back leaves the others as they are,
 * or has the next one wait for the look that they were to get with it.
 * @param leftAt null when it did not leave
 */
export async function followReply(
  tx: Database,
  reply: ReplyRow,
  { leftAt, at }: { leftAt: Date | null; at: Date },
): Promise<void> {
  if (leftAt) await moveLaterSteps(tx, reply, leftAt);
  if (reply.chainId === null) return;
  const place = await chainOfReply(tx, reply);
  if (!place) return;
  if (await isOpen(tx, reply.chainId)) {
    if (reply.status === "awaiting_approval") await passWaitOn(tx, reply, at);
    return;
  }
  await endChain(tx, place.chain, { reason: (await hasLeft(tx, reply.chainId)) ? "done" : "by_person", at });
}

/** Whether a step may still leave, or nobody has said yet what becomes of it. */
async function isOpen(tx: Database, chainId: string): Promise<boolean> {
  const isOver = inArray(replies.status, ["sent", "cancelled"]);
  return (await tx.$count(replies, and(eq(replies.chainId, chainId), not(isOver)))) > 0;
}

const hasLeft = async (tx: Database, chainId: string): Promise<boolean> =>
  (await tx.$count(replies, and(eq(replies.chainId, chainId), eq(replies.status, "sent")))) > 0;
