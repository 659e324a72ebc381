import { eq } from "drizzle-orm";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import { cleanSignature } from "./clean-signature";
import { mailboxOf } from "./mailbox-of";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import { windowColumns } from "./window-columns";
import type { SaveMailboxSettingsInput } from "./schemas";

/** Changes how a mailbox writes and is read; its servers and its state stay as they are. @throws AppError `forbidden`, `not_found` */
export async function saveMailboxSettings(
  { actor, db }: Context,
  { mailboxId, window, minimumGapMinutes, signatureHtml, ...plain }: SaveMailboxSettingsInput,
): Promise<MailboxView> {
  may(actor, "mailbox.manage");
  return db.transaction(async (tx) => {
    await mailboxOf(tx, actor, mailboxId);
    const [row] = await tx
      .update(mailboxes)
      .set({
        ...plain,
        signatureHtml: cleanSignature(signatureHtml),
        ...windowColumns(window),
        minimumGap: Math.round(minimumGapMinutes * 60),
      })
      .where(eq(mailboxes.id, mailboxId))
      .returning();
    // A cap that was raised lets go what it held.
    await releaseHeldReplies(tx, mailboxId);
    await record(tx, actor, "mailbox.settings_saved", { subjectId: mailboxId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return viewOfMailbox(row!);
  });
}
