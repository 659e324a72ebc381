import { and, notInArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import type { ReplyRow } from "../replies/reply-row";
import { chainOfReply } from "./chain-of-reply";
import { isBeforeStep } from "./is-before-step";

/**
 * Whether something that a step follows has not left yet: it may be held, have failed, or nobody knows. A follow-up never comes before
 * what it follows.
 */
export async function isBehind(tx: Database, reply: ReplyRow): Promise<boolean> {
  const place = reply.chainId === null ? null : await chainOfReply(tx, reply);
  if (!place) return false;
  const isWaiting = notInArray(replies.status, ["sent", "cancelled"]);
  return (await tx.$count(replies, and(isBeforeStep(place.chain, place.step), isWaiting))) > 0;
}
