import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";

/** The mailboxes by which an invitation's mail can leave, by their addresses. */
export async function listSendingMailboxes({ actor, db }: Context): Promise<{ id: string; address: string }[]> {
  may(actor, "team.manage");
  return db
    .select({ id: mailboxes.id, address: mailboxes.address })
    .from(mailboxes)
    .where(
      and(
        eq(mailboxes.workspaceId, actor.workspaceId),
        ne(mailboxes.engine, "smartlead"),
        isNull(mailboxes.disabledAt),
        isNull(mailboxes.removedAt),
      ),
    )
    .orderBy(asc(mailboxes.address));
}
