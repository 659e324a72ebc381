/** How one signs in at a mailbox's servers: with a password, or by OAuth2 (XOAUTH2) with one of these providers. */
export const MAILBOX_SIGN_INS = ["password", "google", "microsoft"] as const;
export type MailboxSignIn = (typeof MAILBOX_SIGN_INS)[number];
