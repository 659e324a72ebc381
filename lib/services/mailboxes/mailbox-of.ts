import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import type { Actor } from "@/lib/services/context";
import type { MailboxRow } from "./mailbox-view";

/** A mailbox found through the actor, locked for the rest of the transaction. @throws AppError `not_found` */
export async function mailboxOf(tx: Database, actor: Actor, mailboxId: string): Promise<MailboxRow> {
  const [row] = await tx
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), eq(mailboxes.workspaceId, actor.workspaceId), isNull(mailboxes.removedAt)))
    .for("no key update");
  if (!row) throw new AppError("not_found", { reason: "mailbox" });
  return row;
}
