import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { mailboxes, workspaces } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { cleanSignature } from "./clean-signature";
import { sealSecrets } from "./mailbox-secrets";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import { findOauthProvider } from "./oauth-providers";
import { refuseOpenServers } from "./refuse-open-servers";
import type { CreateMailboxInput } from "./schemas";

const COLOURS = 8;

/**
 * Adds a real mailbox with its campaign "Direct"; a worker reads it within a second or so.
 * @throws AppError `forbidden` for all but admins and in the sandbox, `conflict` (`mailbox_exists`), `invalid` (`tls_required`),
 *   `unprocessable` (`no_oauth`: no client is registered with the provider)
 */
export async function createMailbox({ actor, db, now }: Context, input: CreateMailboxInput): Promise<MailboxView> {
  may(actor, "mailbox.manage");
  refuseOpenServers(input);
  const { signIn = "password" } = input;
  if (signIn !== "password" && !findOauthProvider(signIn)) throw new AppError("unprocessable", { reason: "no_oauth" });
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    await refuseInSandbox(tx, workspaceId);
    const id = newId();
    const count = await tx.$count(mailboxes, eq(mailboxes.workspaceId, workspaceId));
    const [row] = await tx
      .insert(mailboxes)
      .values({
        ...withoutPasswords(input),
        ...(signIn === "password" ? sealSecrets(id, input) : {}),
        id,
        workspaceId,
        signatureHtml: cleanSignature(input.signatureHtml),
        engine: "smtp",
        colour: (count % COLOURS) + 1,
        stateSince: now(),
      })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw new AppError("conflict", {
        reason: "mailbox_exists",
        fields: [{ path: "address", reason: "mailbox_exists" }],
      });
    await ensureDirectCampaign(tx, id);
    await record(tx, actor, "mailbox.created", { subjectId: id });
    await notifyChange(tx, { workspaceId, kind: "mailbox", mailboxId: id });
    return viewOfMailbox(row);
  });
}

const withoutPasswords = ({ imapPassword: _imap, smtpPassword: _smtp, ...plain }: CreateMailboxInput) => plain;

/** The sandbox never meets real mail. */
async function refuseInSandbox(tx: Database, workspaceId: string): Promise<void> {
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (workspace?.kind !== "team") throw new AppError("forbidden", { reason: "sandbox" });
}
