import { and, eq, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains } from "@/lib/db/schema";
import type { Actor } from "../context";
import type { Chain } from "./open-chains";
import { reopenChain } from "./reopen-chains";

/**
 * A chain was taken back along with the reply that brought it: the one that had made room for it goes on, since both times are one. The
 * caller holds the thread and has ended the chain that came.
 */
export async function reopenReplaced(
  tx: Database,
  actor: Actor,
  { id, threadId, createdAt }: Chain,
  at: Date,
): Promise<void> {
  const isReplaced = and(
    eq(followUpChains.threadId, threadId),
    ne(followUpChains.id, id),
    eq(followUpChains.endedReason, "by_person"),
    eq(followUpChains.endedAt, createdAt),
  );
  const replaced = await tx.select().from(followUpChains).where(isReplaced).for("update");
  for (const chain of replaced) await reopenChain(tx, actor, chain, { at, because: "stop_undone" });
}
