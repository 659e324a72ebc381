import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { sealSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import type { MailServers } from "@/lib/testing/mail-servers";
import type { CountingServer } from "@/lib/testing/smtp-server";
import type { Team } from "./fill/thread-rows";

/** The team's mailboxes; what Dovecot knows its users by. */
export const MAILBOX_USERS = ["nia", "nia.hart", "callum", "mirjam", "ines", "dario", "hello", "sales"].map((name) => ({
  address: `${name}@bench.test`,
  password: "of-the-mail-server",
}));

const FAR = new Date("2100-01-01T00:00:00Z");

/**
 * Connects the mailboxes: they send through the counting server, and are read from Dovecot where there is one. Without it no
 * worker reads them: each is leased to a worker that never was.
 */
export async function insertMailboxes(
  db: Database,
  workspaceId: string,
  smtp: CountingServer,
  imap: MailServers | null,
): Promise<Team["mailboxes"]> {
  const rows = MAILBOX_USERS.map(({ address, password }, index) => {
    const id = newId();
    return {
      id,
      workspaceId,
      address,
      displayName: "Nia Hart",
      signatureHtml: "<p><strong>Nia Hart</strong><br>Bench</p>",
      colour: index + 1,
      engine: "smtp" as const,
      smtpHost: smtp.host,
      smtpPort: smtp.port,
      smtpSecurity: "none" as const,
      smtpUser: smtp.user,
      ...(imap
        ? { imapHost: imap.host, imapPort: imap.ports.imap, imapSecurity: "none" as const, imapUser: address }
        : { state: "connected" as const, lastSyncedAt: new Date(), leaseOwner: newId(), leaseUntil: FAR }),
      ...sealSecrets(id, { imapPassword: imap ? password : "", smtpPassword: smtp.password }),
    };
  });
  await db.transaction(async (tx) => {
    await tx.insert(mailboxes).values(rows);
    for (const { id } of rows) await ensureDirectCampaign(tx, id);
  });
  return rows.map(({ id, address, displayName }) => ({ id, address, displayName }));
}
