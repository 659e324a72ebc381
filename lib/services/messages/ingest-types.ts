export type IngestInput = {
  workspaceId: string;
  mailboxId: string;
  raw: Buffer;
  /** Where it was found. `outbox` = our own reply just after the server took it. */
  source: "inbox" | "sent" | "junk" | "outbox" | "import" | "sandbox";
  /** Nobody is told that it has arrived: it is old, and was only found now. */
  isQuiet?: boolean;
  /** It came long before it was found: it is read already, tells nobody, and takes nothing out of Done. All of an import is. */
  isPast?: boolean;
  /** Known for our own replies only. */
  reply?: { id: string; authorId: string; threadId: number; statsId: string; messageId: string };
};

export type IngestResult = { messageId: string; threadId: number; isNew: boolean; direction: "in" | "out" };
