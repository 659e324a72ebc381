import { z } from "zod";

export const SECURITIES = ["tls", "starttls", "none"] as const;

/** A name or address of a server; whether it may be connected to is checked when it is. */
const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}.:[\]_-]+$/u, "host");
const port = z.number().int().min(1).max(65535);
/** No control characters: these travel in one line of a protocol. */
const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "control_character");
const user = line(320).min(1);

const fields = {
  address: z.email({ error: "address" }).trim().max(254),
  displayName: line(120).trim(),
  signatureHtml: z
    .string()
    .max(50_000)
    .refine((html) => !html.includes("\0"), "control_character"),
  imapHost: host,
  imapPort: port,
  imapSecurity: z.enum(SECURITIES),
  imapUser: user,
  smtpHost: host,
  smtpPort: port,
  smtpSecurity: z.enum(SECURITIES),
  smtpUser: user,
};

/** The plain mailbox form. */
export const CreateMailboxInput = z.strictObject({
  ...fields,
  imapPassword: line(1_000).min(1),
  smtpPassword: line(1_000).min(1),
});
export type CreateMailboxInput = z.infer<typeof CreateMailboxInput>;

/** The same form again; an empty password keeps the stored one. The address stays: threads and Message-IDs hang on it. */
export const UpdateMailboxInput = z.strictObject({
  ...fields,
  mailboxId: z.uuid(),
  imapPassword: line(1_000),
  smtpPassword: line(1_000),
});
export type UpdateMailboxInput = z.infer<typeof UpdateMailboxInput>;

export const MailboxInput = z.strictObject({ mailboxId: z.uuid() });
export type MailboxInput = z.infer<typeof MailboxInput>;

export const MailboxTestInput = z.strictObject({ testId: z.uuid() });
export type MailboxTestInput = z.infer<typeof MailboxTestInput>;
