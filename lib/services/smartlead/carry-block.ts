import { and, eq, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadConnections } from "@/lib/db/schema";
import type { Actor } from "../context";
import { carryOver } from "./carry-over";

/** A domain that is blocked here is blocked in every account at Smartlead, for its sequences. */
export async function carryBlock(tx: Database, actor: Actor, domain: string): Promise<void> {
  const open = await tx
    .select({ connectionId: smartleadConnections.id })
    .from(smartleadConnections)
    .where(
      and(eq(smartleadConnections.workspaceId, actor.workspaceId), ne(smartleadConnections.state, "disconnected")),
    );
  const payload = { domains: [domain], source: "manual" };
  await carryOver(
    tx,
    actor,
    "block_domain",
    open.map(({ connectionId }) => ({ connectionId, threadId: null, payload })),
  );
}
