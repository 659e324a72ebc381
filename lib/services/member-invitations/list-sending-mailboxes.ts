import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";

/** The mailboxes by which an invitation's mail can leave now, by their addresses: none that has stopped or may not send. */
export async function listSendingMailboxes({ actor, db }: Context): Promise<{ id: string; address: string }[]> {
  may(actor, "team.manage");
  return db
    .select({ id: mailboxes.id, address: mailboxes.address })
    .from(mailboxes)
    .where(
      and(
        eq(mailboxes.workspaceId, actor.workspaceId),
        ne(mailboxes.engine, "smartlead"),
        ne(mailboxes.state, "failing"),
        isNull(mailboxes.disabledAt),
        isNull(mailboxes.removedAt),
      ),
    )
    .orderBy(asc(mailboxes.address));
}
