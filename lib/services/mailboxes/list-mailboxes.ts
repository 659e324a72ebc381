import { and, asc, isNull } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import { may, type Context } from "@/lib/services/context";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";

/** The workspace's mailboxes in the order of their addresses, disabled ones included. */
export async function listMailboxes({ actor, db }: Context): Promise<MailboxView[]> {
  may(actor, "mailbox.read");
  const rows = await db
    .select()
    .from(mailboxes)
    .where(and(mailboxesOf(actor), isNull(mailboxes.removedAt)))
    .orderBy(asc(mailboxes.address));
  return rows.map(viewOfMailbox);
}
