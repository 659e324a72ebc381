import { eq } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { getMailbox } from "./get-mailbox";
import { mailboxOf } from "./mailbox-of";
import type { LeaveMailboxInput } from "./schemas";
import { settlePending, type Settled } from "./settle-pending";

/**
 * Takes a mailbox out of the settings, the pickers and the reading, and forgets its secrets. Its threads stay and can be read; what it
 * had still to send is held, given to another mailbox or cancelled, in the same transaction. Connecting the address again brings it back.
 * @throws AppError `forbidden`, `not_found`, `unprocessable` (mailbox_not_connected)
 */
export async function removeMailbox(context: Context, input: LeaveMailboxInput): Promise<Settled> {
  const { actor, db, now } = context;
  const { mailboxId } = input;
  may(actor, "mailbox.manage");
  await getMailbox(context, { mailboxId });
  return db.transaction(async (tx) => {
    const settled = await settlePending(tx, context, input);
    const former = await mailboxOf(tx, actor, mailboxId);
    const at = now();
    await tx
      .update(mailboxes)
      .set({
        state: "disabled",
        stateReason: null,
        stateDetail: null,
        stateSince: at,
        disabledAt: former.disabledAt ?? at,
        removedAt: at,
        nextAttemptAt: null,
        imapPassword: null,
        smtpPassword: null,
        oauthTokens: null,
        oauthExpiresAt: null,
      })
      .where(eq(mailboxes.id, mailboxId));
    await record(tx, actor, "mailbox.removed", { subjectId: mailboxId, data: settled });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return settled;
  });
}
