import type { Contact } from "./ensure-lead";

/** `threadId` is null for the first message of a lead's new thread. `step`: which step of its campaign sent it, if one did. */
export type GivenPlace = {
  direction: "in" | "out";
  threadId: number | null;
  contact: Contact;
  statsId: string;
  step: number | null;
};

export type IngestInput = {
  workspaceId: string;
  mailboxId: string;
  raw: Buffer;
  /** Where it was found. `outbox` = our own reply just after the server took it. */
  source: "inbox" | "sent" | "junk" | "outbox" | "import" | "sandbox" | "smartlead";
  /** Nobody is told that it has arrived: it is old, and was only found now. */
  isQuiet?: boolean;
  /** It came long before it was found: it is read already, tells nobody, and takes nothing out of Done. All of an import is. */
  isPast?: boolean;
  /** Where it belongs, told by an engine that knows (Smartlead): nothing of it is found by its headers then. */
  given?: GivenPlace;
  /** Known for our own replies only. */
  reply?: { id: string; authorId: string; threadId: number; statsId: string; messageId: string };
};

export type IngestResult = { messageId: string; threadId: number; isNew: boolean; direction: "in" | "out" };
