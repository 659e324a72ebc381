import { and, eq, isNotNull, or } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { mailboxes, workspaces } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { may, type Context } from "@/lib/services/context";
import { zoneOf } from "@/lib/services/members/zone-of";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import { cleanSignature } from "./clean-signature";
import { forgetPlacesElsewhere } from "./forget-places";
import { sealSecrets } from "./mailbox-secrets";
import { viewOfMailbox, type MailboxView } from "./mailbox-view";
import { findOauthProvider } from "./oauth-providers";
import { refuseOpenServers } from "./refuse-open-servers";
import type { CreateMailboxInput } from "./schemas";

const COLOURS = 8;

/**
 * Adds a real mailbox with its campaign "Direct", brings a removed one back, or gives one that only Smartlead has its own servers; a
 * worker reads it within a second or so. A new one lives on the clocks of who connects it, until its settings say otherwise.
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
    const former = await findFormer(tx, workspaceId, input.address);
    const id = former?.id ?? newId();
    const count = await tx.$count(mailboxes, eq(mailboxes.workspaceId, workspaceId));
    const values = {
      ...withoutPasswords(input),
      ...(signIn === "password" ? sealSecrets(id, input) : {}),
      signatureHtml: cleanSignature(input.signatureHtml),
      stateSince: now(),
    };
    const engine = "smtp" as const;
    const timeZone = await zoneOf(tx, actor.memberId);
    const fresh = { ...values, id, workspaceId, engine, timeZone, colour: (count % COLOURS) + 1 };
    const [row] = former
      ? await tx
          .update(mailboxes)
          .set({ ...values, engine, state: "new", disabledAt: null, removedAt: null })
          .where(eq(mailboxes.id, id))
          .returning()
      : await tx.insert(mailboxes).values(fresh).onConflictDoNothing().returning();
    if (!row)
      throw new AppError("conflict", {
        reason: "mailbox_exists",
        fields: [{ path: "address", reason: "mailbox_exists" }],
      });
    if (former) {
      await forgetPlacesElsewhere(tx, former, input);
      await releaseHeldReplies(tx, id);
    }
    await ensureDirectCampaign(tx, id);
    await record(tx, actor, "mailbox.created", { subjectId: id });
    await notifyChange(tx, { workspaceId, kind: "mailbox", mailboxId: id });
    return viewOfMailbox(row);
  });
}

const withoutPasswords = ({ imapPassword: _imap, smtpPassword: _smtp, ...plain }: CreateMailboxInput) => plain;

/** A mailbox of this address that was removed, or that only Smartlead has: its threads hang on it, so that it stays in its own place. */
async function findFormer(tx: Database, workspaceId: string, address: string) {
  const isIt = and(
    eq(mailboxes.workspaceId, workspaceId),
    eq(mailboxes.address, address),
    or(eq(mailboxes.engine, "smartlead"), and(eq(mailboxes.engine, "smtp"), isNotNull(mailboxes.removedAt))),
  );
  const { id, imapHost, imapUser } = mailboxes;
  const [row] = await tx.select({ id, imapHost, imapUser }).from(mailboxes).where(isIt).for("no key update");
  return row;
}

/** The sandbox never meets real mail. */
async function refuseInSandbox(tx: Database, workspaceId: string): Promise<void> {
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (workspace?.kind !== "team") throw new AppError("forbidden", { reason: "sandbox" });
}
