import type { mailboxes } from "@/lib/db/schema";
import { domainOf } from "@/lib/domain/address";
import { smtpTransport } from "@/lib/mail/smtp/send";
import type { Transport } from "@/lib/mail/transport";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import type { WorkerDeps } from "./deps";

type Mailbox = typeof mailboxes.$inferSelect;

/** How a mailbox's replies leave; null when they must not (the sandbox is closed, or no server is set). */
export async function transportFor(mailbox: Mailbox, { db, now }: WorkerDeps): Promise<Transport | null> {
  if (mailbox.engine === "sandbox") {
    if (!(await isSandboxActive(db))) return null;
    const { sandboxTransport } = await import("@/lib/sandbox/transport");
    return sandboxTransport({ db, workspaceId: mailbox.workspaceId, now });
  }
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUser: user } = mailbox;
  if (!host || !port || !security) return null;
  const { smtpPassword: password } = mailboxSecrets(mailbox);
  return smtpTransport({ host, port, security, user, password, clientName: domainOf(mailbox.address) });
}
