import { eq } from "drizzle-orm";
import { newId } from "@/lib/core/ids";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import type { Context } from "@/lib/services/context";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import type { MergedMailbox } from "./merged-mailbox";
import type { PlannedRow } from "./planned-row";

/** `id` of the mailbox that is changed; null for a new one. */
export type MailboxWrite = { id: string | null; values: MergedMailbox };

const COLOURS = 8;

/** Writes what was planned; passwords are sealed. A worker reads new mailboxes within a second or so. Call it in the planning transaction. */
export async function writeMailboxes({ actor, db, now }: Context, rows: PlannedRow<MailboxWrite>[]): Promise<void> {
  const { workspaceId } = actor;
  let count = await db.$count(mailboxes, eq(mailboxes.workspaceId, workspaceId));
  for (const { outcome, write } of rows) {
    if (!write || outcome === "same") continue;
    const { imapPassword, smtpPassword, ...plain } = write.values;
    const id = write.id ?? newId();
    const secrets = sealSecrets(id, { imapPassword: imapPassword ?? "", smtpPassword: smtpPassword ?? "" });
    if (write.id) {
      await db
        .update(mailboxes)
        .set({ ...plain, ...secrets, nextAttemptAt: null })
        .where(eq(mailboxes.id, id));
      await releaseHeldReplies(db, id);
    } else {
      const colour = (count++ % COLOURS) + 1;
      await db
        .insert(mailboxes)
        .values({ ...plain, ...secrets, id, workspaceId, engine: "smtp", colour, stateSince: now() });
      await ensureDirectCampaign(db, id);
    }
    await record(db, actor, write.id ? "mailbox.updated" : "mailbox.created", { subjectId: id });
    await notifyChange(db, { workspaceId, kind: "mailbox", mailboxId: id });
  }
}
