import type { ImapClient } from "@/lib/mail/imap/client";
import type { WorkerDeps } from "./deps";
import type { Folder } from "./mailbox-folder-row";
import type { KeptBack } from "./mailbox-kept-back";
import type { Mailbox } from "./mailbox-lease";

/** One connection to a mailbox, and what reading it needs. */
export type Session = {
  deps: WorkerDeps;
  mailbox: Mailbox;
  client: ImapClient;
  signal: AbortSignal;
  /** Others wait for this mailbox's connection, and it has had its time: it leaves off after the batches under way. */
  isTurnOver: () => boolean;
  /** When each folder was last compared with its places in full, by its id; kept from one connection to the next. */
  comparedAt: Map<string, number>;
  /** When a connection last failed; what a server told of changes before may be lost to it. Null when none did. */
  failedAt: number | null;
  keptBack: KeptBack;
};

/** What a look at a folder came to. `isWhole` is false when it left off before its end. */
export type FolderReport = { folder: Folder; stored: number; isWhole: boolean };
