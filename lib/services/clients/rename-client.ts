import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { clients } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { holdNames } from "../hold-names";
import { record } from "../record";
import { requireFreeName } from "../require-free-name";
import type { RenameClientInput } from "./schemas";

/** Gives a client another name. @throws AppError `not_found` (client), `conflict` (client_exists) */
export async function renameClient({ actor, db }: Context, { clientId, name }: RenameClientInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    await holdNames(tx, actor.workspaceId, "clients");
    const isOwn = eq(clients.workspaceId, actor.workspaceId);
    const isIt = and(eq(clients.id, clientId), isOwn);
    const [client] = await tx.select({ id: clients.id }).from(clients).where(isIt).for("update");
    if (!client) throw new AppError("not_found", { reason: "client" });
    requireFreeName(await tx.select().from(clients).where(isOwn), { name, own: clientId }, "client_exists");
    await tx.update(clients).set({ name }).where(isIt);
    await record(tx, actor, "client.renamed", { subjectId: clientId });
    return { clientId };
  });
}
