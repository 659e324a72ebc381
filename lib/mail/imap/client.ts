/** An open IMAP connection. */
export type { ImapFlow as ImapClient } from "imapflow";
