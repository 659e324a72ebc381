import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { clients } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import { record } from "../record";
import type { RemoveClientInput } from "./schemas";

/** Removes a client: the campaigns stay and are nobody's, and what was opened by the client is closed. @throws AppError `not_found` (client) */
export async function removeClient({ actor, db }: Context, { clientId }: RemoveClientInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    const [client] = await tx
      .delete(clients)
      .where(and(eq(clients.id, clientId), eq(clients.workspaceId, workspaceId)))
      .returning({ id: clients.id });
    if (!client) throw new AppError("not_found", { reason: "client" });
    await record(tx, actor, "client.removed", { subjectId: clientId });
    await notifyChange(tx, { workspaceId, kind: "access" });
    return { clientId };
  });
}
