import { eq } from "drizzle-orm";
import { clients } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { holdNames } from "../hold-names";
import { record } from "../record";
import { requireFreeName } from "../require-free-name";
import type { AddClientInput } from "./schemas";

/** Adds somebody for whom campaigns are run. @throws AppError `conflict` (client_exists) */
export async function addClient({ actor, db, now }: Context, { name }: AddClientInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    await holdNames(tx, workspaceId, "clients");
    requireFreeName(
      await tx.select().from(clients).where(eq(clients.workspaceId, workspaceId)),
      { name },
      "client_exists",
    );
    const [client] = await tx
      .insert(clients)
      .values({ workspaceId, name, createdAt: now() })
      .returning({ id: clients.id });
    await record(tx, actor, "client.added", { subjectId: client!.id });
    return { clientId: client!.id };
  });
}
