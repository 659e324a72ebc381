import { asc, eq, sql } from "drizzle-orm";
import { clients } from "@/lib/db/schema";
import { may, type Context } from "../context";

export type ClientItem = { id: string; name: string; campaignCount: number };

/** For whom the workspace runs campaigns, by name. @throws AppError `forbidden` */
export async function listClients({ actor, db }: Context): Promise<ClientItem[]> {
  may(actor, "campaign.manage");
  return db
    .select({
      id: clients.id,
      name: clients.name,
      // Not by drizzle's columns: inside a subquery it would leave the table's name out.
      campaignCount: sql<number>`(select count(*) from campaigns where client_id = "clients"."id")::int`,
    })
    .from(clients)
    .where(eq(clients.workspaceId, actor.workspaceId))
    .orderBy(asc(clients.name));
}
