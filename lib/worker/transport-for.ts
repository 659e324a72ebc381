import type { mailboxes } from "@/lib/db/schema";
import { domainOf } from "@/lib/domain/address";
import { smtpTransport, type SmtpConfig } from "@/lib/mail/smtp/send";
import type { Transport } from "@/lib/mail/transport";
import { freshAccessToken, SignInNeeded } from "@/lib/services/mailboxes/fresh-access-token";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";
import { keepSizeLimit } from "./keep-size-limit";
import type { WorkerDeps } from "./deps";

type Mailbox = typeof mailboxes.$inferSelect;

/** How a mailbox's replies leave; null when they must not (the sandbox is closed, or no server is set). */
export async function transportFor(mailbox: Mailbox, deps: WorkerDeps): Promise<Transport | null> {
  const { db, now } = deps;
  if (deps.transport) return deps.transport(mailbox);
  if (mailbox.engine === "sandbox") {
    if (!(await isSandboxActive(db))) return null;
    const { sandboxTransport } = await import("@/lib/sandbox/transport");
    return sandboxTransport({ db, workspaceId: mailbox.workspaceId, now });
  }
  const server = smtpConfigOf(mailbox);
  if (!server) return null;
  const config = { ...server, onSizeLimit: (bytes: number) => void keepSizeLimit(deps, mailbox, bytes) };
  return mailbox.signIn === "password" ? smtpTransport(config) : withFreshToken(deps, mailbox.id, config);
}

/** How to reach a mailbox's SMTP server, with its password if it has one; null when no server is set. */
export function smtpConfigOf(mailbox: Mailbox): SmtpConfig | null {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUser: user } = mailbox;
  if (!host || !port || !security) return null;
  const { smtpPassword: password } = mailboxSecrets(mailbox);
  return { host, port, security, user, password, clientName: domainOf(mailbox.address) };
}

/** The token is asked for with each message: it may end between two. Without one nothing has left. */
function withFreshToken({ db, now }: WorkerDeps, mailboxId: string, config: SmtpConfig): Transport {
  return {
    async send(envelope, raw, mark) {
      try {
        const accessToken = await freshAccessToken(db, now, mailboxId);
        return await smtpTransport({ ...config, accessToken }).send(envelope, raw, mark);
      } catch (error) {
        if (!(error instanceof SignInNeeded)) throw error;
        return { kind: "refused", temporary: false, reason: "auth", response: error.responseText, outcomes: [] };
      }
    },
  };
}
