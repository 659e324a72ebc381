import { and, eq, ne } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { clients } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import { clientExists } from "./client-exists";
import type { RenameClientInput } from "./schemas";

/** Gives a client another name. @throws AppError `not_found` (client), `conflict` (client_exists) */
export async function renameClient({ actor, db }: Context, { clientId, name }: RenameClientInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    const isOwn = eq(clients.workspaceId, actor.workspaceId);
    const isIt = and(eq(clients.id, clientId), isOwn);
    const [client] = await tx.select({ id: clients.id }).from(clients).where(isIt).for("update");
    if (!client) throw new AppError("not_found", { reason: "client" });
    if ((await tx.$count(clients, and(isOwn, eq(clients.name, name), ne(clients.id, clientId)))) > 0)
      throw clientExists();
    await tx.update(clients).set({ name }).where(isIt);
    await record(tx, actor, "client.renamed", { subjectId: clientId });
    return { clientId };
  });
}
