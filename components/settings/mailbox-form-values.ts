import type { CreateMailboxInput } from "@/lib/services/mailboxes/schemas";
import { textOf } from "./use-action-form";

/**
 * What the mailbox form holds, as the action takes it. A port that is no number stays wrong (NaN), so that the schema says so
 * at its field. An empty SMTP password means that of IMAP while nothing is stored.
 */
export function readMailboxForm(form: FormData, knownAddress?: string): CreateMailboxInput {
  const text = (name: string) => textOf(form, name);
  return {
    address: knownAddress ?? text("address"),
    displayName: text("displayName"),
    signatureHtml: text("signatureHtml"),
    imapHost: text("imapHost"),
    imapPort: portOf(text("imapPort")),
    imapSecurity: text("imapSecurity") as CreateMailboxInput["imapSecurity"],
    imapUser: text("imapUser"),
    imapPassword: text("imapPassword"),
    smtpHost: text("smtpHost"),
    smtpPort: portOf(text("smtpPort")),
    smtpSecurity: text("smtpSecurity") as CreateMailboxInput["smtpSecurity"],
    smtpUser: text("smtpUser"),
    smtpPassword: text("smtpPassword") || (knownAddress === undefined ? text("imapPassword") : ""),
  };
}

const portOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);
