import { eq } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import { mailboxOf } from "./mailbox-of";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import type { MailboxInput } from "./schemas";

/** Takes a disabled mailbox up again: it is read within a second or so, and what it held leaves. */
export async function enableMailbox({ actor, db, now }: Context, { mailboxId }: MailboxInput): Promise<MailboxView> {
  may(actor, "mailbox.manage");
  return db.transaction(async (tx) => {
    const former = await mailboxOf(tx, actor, mailboxId);
    if (!former.disabledAt) return viewOfMailbox(former);
    const [row] = await tx
      .update(mailboxes)
      .set({ state: former.engine === "smtp" ? "new" : "connected", stateSince: now(), disabledAt: null })
      .where(eq(mailboxes.id, mailboxId))
      .returning();
    await releaseHeldReplies(tx, mailboxId);
    await record(tx, actor, "mailbox.enabled", { subjectId: mailboxId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return viewOfMailbox(row!);
  });
}
