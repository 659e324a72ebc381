/** By what a mailbox is read and sends: its own servers, the app's sandbox, or the account at Smartlead that it was found in. */
export const MAILBOX_ENGINES = ["smtp", "sandbox", "smartlead"] as const;
export type MailboxEngine = (typeof MAILBOX_ENGINES)[number];
