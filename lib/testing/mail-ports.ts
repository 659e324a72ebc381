export type MailPorts = { imap: number; lmtp: number; submission: number; smtp: number };
