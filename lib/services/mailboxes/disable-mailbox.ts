import { eq } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { mailboxOf } from "./mailbox-of";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import type { MailboxInput } from "./schemas";

/** Stops reading a mailbox and sending from it; its replies are held, never sent from another one. */
export async function disableMailbox({ actor, db, now }: Context, { mailboxId }: MailboxInput): Promise<MailboxView> {
  may(actor, "mailbox.manage");
  return db.transaction(async (tx) => {
    const former = await mailboxOf(tx, actor, mailboxId);
    if (former.disabledAt) return viewOfMailbox(former);
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
    await record(tx, actor, "mailbox.disabled", { subjectId: mailboxId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return viewOfMailbox(row!);
  });
}
