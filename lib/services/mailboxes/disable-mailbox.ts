import { eq } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { getMailbox } from "./get-mailbox";
import { mailboxOf } from "./mailbox-of";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import type { LeaveMailboxInput } from "./schemas";
import { settlePending, type Settled } from "./settle-pending";

/**
 * Stops reading a mailbox and sending from it. Its replies that have not left are held, given to another mailbox or cancelled,
 * in the same transaction.
 * @throws AppError `forbidden`, `not_found`, `unprocessable` (mailbox_not_connected)
 */
export async function disableMailbox(context: Context, input: LeaveMailboxInput): Promise<MailboxView & Settled> {
  const { actor, db, now } = context;
  const { mailboxId } = input;
  may(actor, "mailbox.manage");
  await getMailbox(context, { mailboxId });
  return db.transaction(async (tx) => {
    // Before the mailbox: whoever settles a reply locks its thread first and then writes how the mailbox stands.
    const settled = await settlePending(tx, context, input);
    const former = await mailboxOf(tx, actor, mailboxId);
    if (former.disabledAt) return { ...viewOfMailbox(former), ...settled };
    const at = now();
    const [row] = await tx
      .update(mailboxes)
      .set({
        state: "disabled",
        stateReason: null,
        stateDetail: null,
        stateSince: at,
        disabledAt: at,
        nextAttemptAt: null,
      })
      .where(eq(mailboxes.id, mailboxId))
      .returning();
    await record(tx, actor, "mailbox.disabled", { subjectId: mailboxId, data: settled });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return { ...viewOfMailbox(row!), ...settled };
  });
}
