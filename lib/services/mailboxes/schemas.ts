import { z } from "zod";
import { SendingWindowInput } from "@/lib/services/sending-window-schemas";
import { MAILBOX_SIGN_INS } from "@/lib/domain/mailbox-sign-in";
import type { MailProvider, MailServer, ProviderHint } from "@/lib/domain/mail-providers";
import { isZone } from "@/lib/domain/wall-time";

export const SECURITIES = ["tls", "starttls", "none"] as const;
export const SENT_COPIES = ["auto", "file", "leave"] as const;
/** What becomes of replies that a mailbox has still to send when it goes. */
export const PENDING_CHOICES = ["hold", "move", "cancel"] as const;

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

const servers = {
  address: z.email({ error: "address" }).trim().max(254),
  imapHost: host,
  imapPort: port,
  imapSecurity: z.enum(SECURITIES),
  /** The address where it is empty. */
  imapUser: line(320),
  smtpHost: host,
  smtpPort: port,
  smtpSecurity: z.enum(SECURITIES),
  /** That of IMAP where it is empty. */
  smtpUser: line(320),
  /** A password unless said otherwise. */
  signIn: z.enum(MAILBOX_SIGN_INS).optional(),
  imapPassword: line(1_000),
  smtpPassword: line(1_000),
};
type Users = { address: string; imapUser: string; smtpUser: string };
const withUsers = <Servers extends Users>(servers: Servers): Servers => {
  const imapUser = servers.imapUser || servers.address;
  return { ...servers, imapUser, smtpUser: servers.smtpUser || imapUser };
};
const displayName = line(120).trim();
const signatureHtml = z
  .string()
  .max(50_000)
  .refine((html) => !html.includes("\0"), "control_character");

/** The form of a new mailbox. Only who signs in with a password gives one; where both are missing, one that is typed may be both. */
export const CreateMailboxInput = z
  .strictObject({ ...servers, displayName, signatureHtml })
  .superRefine(({ signIn = "password", ...sides }, context) => {
    const path = (["imapPassword", "smtpPassword"] as const).find((side) => !sides[side]);
    if (signIn === "password" && path) context.addIssue({ code: "custom", path: [path], message: "empty" });
  })
  .transform(withUsers);
export type CreateMailboxInput = z.infer<typeof CreateMailboxInput>;

/**
 * How to reach a mailbox that is there; an empty password keeps the stored one, an absent name or signature too. The address stays:
 * threads and Message-IDs hang on it.
 */
export const UpdateMailboxInput = z
  .strictObject({
    ...servers,
    mailboxId: z.uuid(),
    displayName: displayName.optional(),
    signatureHtml: signatureHtml.optional(),
  })
  .transform(withUsers);
export type UpdateMailboxInput = z.infer<typeof UpdateMailboxInput>;

/** Names of headers, words or addresses that somebody lists, one a line. */
const listed = (entry: z.ZodType<string>) => z.array(entry).max(100);

/** How much the machine may send in a day; the form and a table say it alike. */
export const DailyCap = z.number().int().min(1).max(10_000);

/** How a mailbox writes and is read, beside its servers. Null: no window, no cap, Sent as found. */
export const SaveMailboxSettingsInput = z.strictObject({
  mailboxId: z.uuid(),
  displayName,
  signatureHtml,
  colour: z.number().int().min(1).max(8),
  timeZone: z.string().max(64).refine(isZone, "time_zone"),
  window: SendingWindowInput.nullable(),
  dailyCap: DailyCap.nullable(),
  /** In the unit of its field, in which its limits are said as well; kept in seconds. */
  minimumGapMinutes: z.number().min(0).max(1_440),
  sentFolder: line(200).trim().min(1).nullable(),
  sentCopies: z.enum(SENT_COPIES),
  followsSeen: z.boolean(),
  readsJunk: z.boolean(),
  warmUp: z.strictObject({
    headers: listed(z.string().regex(/^[!-9;-~]{1,100}$/, "header_name")),
    tags: listed(line(100).trim().min(1)),
    senders: listed(line(254).trim().min(1)),
  }),
});
export type SaveMailboxSettingsInput = z.infer<typeof SaveMailboxSettingsInput>;

export const MailboxInput = z.strictObject({ mailboxId: z.uuid() });
export type MailboxInput = z.infer<typeof MailboxInput>;

/** Disabling or removing a mailbox: what becomes of its replies that have not left, held if not said; `moveToId` with `move` only. */
export const LeaveMailboxInput = z
  .strictObject({ mailboxId: z.uuid(), pending: z.enum(PENDING_CHOICES).optional(), moveToId: z.uuid().optional() })
  .refine(({ pending, moveToId }) => (pending === "move") === (moveToId !== undefined), {
    path: ["moveToId"],
    error: "required",
  });
export type LeaveMailboxInput = z.infer<typeof LeaveMailboxInput>;

/** What hangs on a mailbox: its threads, its replies that wait, that failed, and that nobody may touch; and who could send instead. */
export type Leaving = {
  threads: number;
  waiting: number;
  failed: number;
  untouched: number;
  others: { id: string; address: string }[];
};

export const MailboxTestInput = z.strictObject({ testId: z.uuid() });
export type MailboxTestInput = z.infer<typeof MailboxTestInput>;

/** What a provider's page sends a person back with (RFC 6749 §4.1.2), and the ticket of the browser's cookie. */
export const FinishOauthInput = z.object({
  code: z.string().max(4_000).optional(),
  state: z.string().max(200).optional(),
  ticket: z.string().max(4_000).optional(),
});
export type FinishOauthInput = z.infer<typeof FinishOauthInput>;

/** What is typed as far as it is an address. */
export const GuessServersInput = z.strictObject({ address: z.email().max(254) });
export type GuessServersInput = z.infer<typeof GuessServersInput>;

/** What was guessed of a mailbox's servers and from what; `oauth`: the providers that one can sign in with here. */
export type ServerGuess = {
  source: "provider" | "mx" | "autoconfig" | "srv" | null;
  provider: {
    name: string;
    signIn: NonNullable<MailProvider["signIn"]> | null;
    hint: ProviderHint | null;
    link: string | null;
  } | null;
  imap: MailServer | null;
  smtp: MailServer | null;
  user: string | null;
  oauth: ("google" | "microsoft")[];
};
