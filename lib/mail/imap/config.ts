/** What a connection to an IMAP server needs. `host` is the name that was typed; the address is checked at each connection. */
export type ImapConfig = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  user: string;
  password: string;
  /** Signs in by XOAUTH2 in the place of the password. */
  accessToken?: string | undefined;
};

/** One place for what a server may cost us. */
export const IMAP_LIMITS = {
  connectMs: 20_000,
  greetingMs: 15_000,
  /** Silence after which a connection is dead. Longer than the pause between two looks, which ask something each time. */
  silenceMs: 45_000,
  /** More of one message is not read; its beginning is kept and shown. */
  messageBytes: 50 * 1024 * 1024,
  /** Messages are fetched in batches of about this many bytes. */
  batchBytes: 8 * 1024 * 1024,
  batchMessages: 100,
};
