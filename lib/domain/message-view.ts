import type { InvitationView } from "./invitation";
import type { InvitationAnswer } from "./invitation-answer";
import type { MessageWriter } from "./message-writer";
import type { Party } from "./party";
import type { PersonView } from "./person-view";
import type { RecipientOutcome } from "./recipient-outcome";
import type { PicturesView } from "./remote-pictures";
import type { HeldReason, ReplyStatus, ScheduleCondition } from "./reply-state";
import type { Suspicion } from "./suspicions";

/** Shapes of what stands in a thread: messages, and replies that are not one yet. Times are ISO 8601 in UTC. */

export type AttachmentView = {
  id: string;
  fileName: string;
  contentType: string;
  size: number;
  isInline: boolean;
};

/** A file that lies at Smartlead: nobody fetches it without a press. */
export type RemoteFileView = { name: string; url: string };

export type BounceView = { recipient: string; status: string; reason: string; permanent: boolean };

/** What "copy for API" offers, in the contract's own words. In a stranger's thread `campaignId` is that of the mailbox's "Direct". */
export type ApiIds = { campaignId: number | null; emailStatsId: string; replyMessageId: string; id: number };

/** The reply of ours that a message was; a forward answers nobody. */
export type SentFrom = {
  replyId: string;
  kind: "reply" | "forward";
  origin: ReplyView["origin"];
  acceptedAt: string;
  status: ReplyStatus;
  outcomes: RecipientOutcome[];
  isFiled: boolean;
};

export type MessageView = {
  id: string;
  direction: "in" | "out";
  /** Without angle brackets. */
  messageId: string;
  from: Party;
  replyTo: Party[];
  to: Party[];
  cc: Party[];
  bcc: Party[];
  subject: string;
  sentAt: string;
  firstSeenAt: string;
  text: string;
  /** The part of `text` that is new; the rest is quoted history or a signature. */
  visibleText: string;
  /** Sanitised HTML exists and is shown by the message's frame. */
  hasHtml: boolean;
  pictures: PicturesView;
  /** What a reader should know before he believes it; empty for our own. */
  suspicions: Suspicion[];
  isUnread: boolean;
  isAutomatic: boolean;
  automaticReason: string | null;
  /** The day on which an automatic answer says that its writer is back, "2026-12-01". */
  returnDate: string | null;
  /** The mail server had put it into Junk, and nobody has moved it to the inbox there. */
  isJunk: boolean;
  bounces: BounceView[];
  parseProblem: string | null;
  attachments: AttachmentView[];
  /** Files of a message that came through Smartlead and are not stored here. */
  remoteFiles: RemoteFileView[];
  /** Who of their side wrote it, seen from the lead; null in a stranger's thread, for our own and for delivery reports. */
  writer: MessageWriter | null;
  /** What a calendar part of it invites to, cancels or answers, as it stands now. */
  invitation: InvitationView | null;
  /** Who wrote it, when it was one of us. */
  author: PersonView | null;
  step: number | null;
  /** The outbox row it left from, with the server's answer for each recipient. */
  sentFrom: SentFrom | null;
  api: ApiIds;
};

/** A reply of the outbox that is not a message yet, or never will be. */
export type ReplyView = {
  id: string;
  parentId: string;
  /** What it leaves from: the thread's mailbox, unless a person chose another for it. */
  mailbox: { id: string; address: string };
  /** It leaves through Smartlead, from the thread's mailbox and no other. */
  isThroughSmartlead: boolean;
  status: ReplyStatus;
  heldReason: HeldReason | null;
  reason: string | null;
  detail: string | null;
  origin: "composer" | "api" | "machine";
  author: PersonView;
  isMine: boolean;
  to: Party[];
  cc: Party[];
  bcc: Party[];
  subject: string;
  bodyHtml: string;
  addSignature: boolean;
  scheduleCondition: ScheduleCondition;
  scheduledAt: string | null;
  scheduledZone: string | null;
  dueAt: string;
  nextAttemptAt: string | null;
  attempts: number;
  acceptedAt: string;
  sentAt: string | null;
  serverResponse: string | null;
  outcomes: RecipientOutcome[];
  messageId: string;
  attachments: { fileName: string; size: number | null }[];
  /** What it answers to the invitation in its parent; null for all others. */
  invitationAnswer: InvitationAnswer | null;
  chain: StepPlace | null;
  /** Of one that is held for it: what a teammate has replied meanwhile; null when that was taken back. */
  beside?: BesideView | null;
};

/** A teammate's reply that another one is held for. `at`: when it left or is to leave. */
export type BesideView = { replyId: string; author: PersonView; bodyHtml: string; hasLeft: boolean; at: string };

/** Which step of which follow-ups it is (from 1), of how many. */
export type StepPlace = { id: string; step: number; steps: number };
