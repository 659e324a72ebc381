import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains } from "@/lib/db/schema";
import type { ReplyRow } from "../replies/reply-row";
import type { Chain } from "./open-chains";

type Asked = Pick<ReplyRow, "chainId" | "chainStep" | "threadId" | "authorId" | "acceptedAt">;

/**
 * The open chain that a reply belongs to, with its place there: a step's own, or 0 for the reply of the composer that brought the
 * chain along, which bears its time of acceptance.
 */
export async function chainOfReply(tx: Database, reply: Asked): Promise<{ chain: Chain; step: number } | null> {
  const { chainId, chainStep, threadId, authorId, acceptedAt } = reply;
  const isIt =
    chainId === null
      ? and(
          eq(followUpChains.threadId, threadId),
          eq(followUpChains.authorId, authorId),
          eq(followUpChains.createdAt, acceptedAt),
        )
      : eq(followUpChains.id, chainId);
  const [chain] = await tx
    .select()
    .from(followUpChains)
    .where(and(isIt, isNull(followUpChains.endedAt)));
  return chain ? { chain, step: chainStep ?? 0 } : null;
}
