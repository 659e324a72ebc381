import type { DraftContent, Handed } from "./draft";
import type { MessageView, ReplyView, StepPlace } from "./message-view";
import type { PersonView } from "./person-view";
import type { LeadClock } from "./lead-clock";
import type { LeadCountry } from "./lead-country";
import type { Party } from "./party";
import type { WantedBack } from "./reminder";
import type { HitPiece } from "./search-marks";
import type { HeldReason, ReplyStatus } from "./reply-state";
import type { SmartleadOfThread } from "./smartlead";
import type { MessageCounts } from "./triage";

/** Shapes that lists and thread pages are given. Times are ISO 8601 in UTC, so that they survive JSON and hydration. */

export type CategoryKind = "interested" | "meeting" | "info" | "ooo" | "wrong" | "not" | "dnc" | "bounce" | "none";
export type Sentiment = "positive" | "neutral" | "negative";
export type ThreadKind = "lead" | "untracked" | "bulk";

export type CategoryView = { id: string; name: string; kind: CategoryKind; sentiment: Sentiment };

/** Who of the team sees a thread, by name, and who of them follows it. */
export type ThreadColleagues = { people: PersonView[]; followers: PersonView[] };
/** Who gave a thread its category, or took it away; else why the rules gave it: a closed word, a colon and what was found. */
export type CategoryWhy = { source: "person"; by: PersonView | null } | { source: "rule" | "example"; reason: string };

/** One row of a list: nothing in it needs a message to be read. */
export type ThreadRow = {
  id: number;
  kind: ThreadKind;
  /** The lead's or stranger's name (else the address), and the company if known. */
  name: string;
  address: string;
  company: string;
  subject: string;
  snippet: string;
  lastMessageAt: string;
  /** The time that the list is ordered by: of the newest message, of the draft, when it leaves, since when they wait. */
  listedAt: string;
  lastDirection: "in" | "out";
  messageCount: number;
  unreadCount: number;
  hasAttachments: boolean;
  isAwaitingAnswer: boolean;
  /** When the first of their messages came that nobody has answered. */
  awaitingSince: string | null;
  isArchived: boolean;
  isImportant: boolean;
  nextReplyAt: string | null;
  troubleCount: number;
  /** What the outbox holds for the thread, the worst first. */
  outbox: OutboxMark | null;
  /** When it comes back to the viewer, who has snoozed it or wants to be reminded; null when not. */
  snooze: WantedBack | null;
  reminder: WantedBack | null;
  /** The viewer's own draft in it. */
  draft: { snippet: string; handedBy?: string } | null;
  /** Of a search: the words around its hit, where the row does not show it by itself. */
  hit: HitPiece[] | null;
  category: CategoryView | null;
  campaign: { number: number; name: string } | null;
  mailbox: { id: string; address: string; colour: number };
  assignee: PersonView | null;
};

/** `at`: when it leaves or should have left. `chain`: of what leaves first, where that is a step of follow-ups. */
export type OutboxMark = {
  state: ReplyStatus;
  heldReason: HeldReason | null;
  at: string;
  chain?: Omit<StepPlace, "id">;
};

/** All threads of a list, as far as somebody may act on at once; `isAll` is false when there are more. */
export type ThreadIds = { ids: number[]; messageCounts: MessageCounts; isAll: boolean };

/** Where a row stands in its list. */
export type RowPlace = Pick<ThreadRow, "id" | "listedAt">;

/** A page of a list, newest first; `nextCursor` is opaque and null at the end. */
export type ThreadPage = {
  rows: ThreadRow[];
  nextCursor: string | null;
  /** The place behind which the next page begins, whatever becomes of the row that stood there; null at the end. */
  end: RowPlace | null;
  /** How long the search took; null without one. */
  tookMs: number | null;
};

export type LeadView = {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  company: string;
  title: string;
  phone: string;
  website: string;
  linkedin: string;
  location: string;
  /** ISO 3166, as the record has it. */
  country: string | null;
  timeZone: string | null;
  customFields: Record<string, string>;
  unsubscribedAt: string | null;
  doNotContactAt: string | null;
  bouncedAt: string | null;
};

export type ThreadMailboxView = {
  id: string;
  address: string;
  displayName: string;
  colour: number;
  signatureHtml: string;
  state: "new" | "connected" | "failing" | "disabled";
  stateReason: string | null;
  /** The largest message that its server takes, in bytes, as far as it has said. */
  sizeLimit: number | null;
  /** By whose clocks it is written where nothing tells those of the other side. */
  timeZone: string;
  /** Taken out of the settings: what is written in its threads has to leave from another mailbox. */
  isRemoved: boolean;
};

/** Everything the thread page draws. Messages are ordered oldest first. */
export type ThreadView = {
  id: number;
  kind: ThreadKind;
  subject: string;
  isArchived: boolean;
  isAwaitingAnswer: boolean;
  isImportant: boolean;
  /** When it comes back to the viewer, who has snoozed it (until it is back) or wants to be reminded (until that is put away). */
  snooze: WantedBack | null;
  reminder: WantedBack | null;
  unreadCount: number;
  lastMessageAt: string;
  category: CategoryView | null;
  categoryWhy: CategoryWhy | null;
  assignee: PersonView | null;
  campaign: { id: string; number: number; name: string; isDirect: boolean } | null;
  mailbox: ThreadMailboxView;
  /** How its replies leave where that is not by the mailbox's own server. */
  smartlead: SmartleadOfThread | null;
  lead: LeadView | null;
  /** Where the other side's clock stands, and how that is known; null where nothing tells. `by` chose it. */
  clock: (LeadClock & { by: PersonView | null }) | null;
  /** Where the lead is, in the same way; null for a stranger. */
  country: (LeadCountry & { by: PersonView | null }) | null;
  /** The lead, or the stranger of an untracked thread. */
  contact: Party;
  /** All addresses of the workspace's mailboxes: never recipients of a reply. */
  ownAddresses: string[];
  /** When this was read, by the server's clock. */
  readAt: string;
  messages: MessageView[];
  replies: ReplyView[];
};

/** What the thread page reads in one request: the thread, and the viewer's own draft in it. */
export type OpenThread = {
  thread: ThreadView;
  draft: { draftId: string; content: DraftContent; savedAt: string; handed?: Handed } | null;
  /** The names of those to whom the reader has handed a draft that has not been sent; absent where there are none. */
  givenTo?: string[];
};
