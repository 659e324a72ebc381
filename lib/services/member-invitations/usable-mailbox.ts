import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/services/context";
import { mailboxOf } from "@/lib/services/mailboxes/mailbox-of";

/** Makes sure that a mail can leave by this mailbox. @throws AppError `not_found`, `conflict` `mailbox_disabled` */
export async function usableMailbox(tx: Database, actor: Actor, mailboxId: string): Promise<void> {
  const { engine, disabledAt, removedAt } = await mailboxOf(tx, actor, mailboxId);
  if (engine === "smartlead" || disabledAt || removedAt) throw new AppError("conflict", { reason: "mailbox_disabled" });
}
