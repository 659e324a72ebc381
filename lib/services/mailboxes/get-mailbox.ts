import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { mailboxes } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import type { MailboxInput } from "./schemas";

/** One mailbox, without its secrets. @throws AppError `not_found` */
export async function getMailbox({ actor, db }: Context, { mailboxId }: MailboxInput): Promise<MailboxView> {
  may(actor, "mailbox.read");
  const [row] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), eq(mailboxes.workspaceId, actor.workspaceId), isNull(mailboxes.removedAt)));
  if (!row) throw new AppError("not_found", { reason: "mailbox" });
  return viewOfMailbox(row);
}
