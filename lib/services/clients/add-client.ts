import { clients } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { record } from "../record";
import { clientExists } from "./client-exists";
import type { AddClientInput } from "./schemas";

/** Adds somebody for whom campaigns are run. @throws AppError `conflict` (client_exists) */
export async function addClient({ actor, db, now }: Context, { name }: AddClientInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    const [client] = await tx
      .insert(clients)
      .values({ workspaceId: actor.workspaceId, name, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: clients.id });
    if (!client) throw clientExists();
    await record(tx, actor, "client.added", { subjectId: client.id });
    return { clientId: client.id };
  });
}
