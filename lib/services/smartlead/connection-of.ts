import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { smartleadConnections } from "@/lib/db/schema";
import type { Actor } from "@/lib/services/context";

export type ConnectionRow = typeof smartleadConnections.$inferSelect;

/** A connection found through the actor, locked for the rest of the transaction. @throws AppError `not_found` */
export async function connectionOf(tx: Database, actor: Actor, connectionId: string): Promise<ConnectionRow> {
  const { id, workspaceId } = smartleadConnections;
  const [row] = await tx
    .select()
    .from(smartleadConnections)
    .where(and(eq(id, connectionId), eq(workspaceId, actor.workspaceId)))
    .for("no key update");
  if (!row) throw new AppError("not_found", { reason: "smartlead_connection" });
  return row;
}
