import type { ReplyChecks } from "./reply-checks";
import type { Passage, ReviewCause, ReviewedText, ReviewKind, ReviewState } from "./review";

type Person = { id: string; name: string };

/** A row of the queue. Times are ISO 8601. */
export type ReviewItem = {
  id: string;
  kind: ReviewKind;
  state: ReviewState;
  threadId: number;
  contact: string;
  company: string;
  subject: string;
  author: Person;
  causes: ReviewCause[];
  /** The time that its author chose; null for as soon as may be. Of a sample: when it was sent. */
  leavesAt: string | null;
  /** The lead has written since it was handed in. */
  hasAnswered: boolean;
  waitingSince: string;
  openComments: number;
};

export type ReviewQueue = {
  items: ReviewItem[];
  counts: { waiting: number; returned: number; samples: number };
  /** Of what was decided today on the reader's clock: how long it waited in the middle (null for none), and how many went as written. */
  today: { turnaroundSeconds: number | null; approved: number; asWritten: number };
  mayDecide: boolean;
};

export type ReviewVersion = {
  number: number;
  writtenBy: Person;
  createdAt: string;
  text: ReviewedText;
  /** Its text without marks, in which passages are counted. */
  plain: string;
  returned: { note: string; at: string } | null;
};

export type ReviewComment = {
  id: string;
  parentId: string | null;
  author: Person;
  version: number | null;
  passage: Passage | null;
  text: string;
  /** What the passage should say instead; "" to leave it out. */
  suggestion: string | null;
  createdAt: string;
  settledAt: string | null;
};

/** What a reviewer has before them: the thread's last words, the reply in all its versions, and what was said about it. */
export type ReviewView = ReviewItem & {
  reviewer: Person | null;
  /** The reader may approve or return it at this moment. */
  mayDecide: boolean;
  isOwn: boolean;
  scheduleCondition: "always" | "if_no_reply";
  /** When it leaves if it is approved now; null where that is at once. */
  approvedAt: string | null;
  isReplanned: boolean;
  replyId: string;
  versions: ReviewVersion[];
  /** Of the newest version; null for what has left. */
  checks: ReplyChecks | null;
  mailboxId: string;
  comments: ReviewComment[];
  messages: { id: string; from: string; isOurs: boolean; sentAt: string; text: string }[];
  /** What follows it as long as nobody answers. */
  followUps: { id: string; at: string; text: string }[];
  facts: { role: string; owner: string | null; mailbox: string; mailboxColour: number; category: string | null };
  /** The zones of who reads, who wrote and whom it goes to. */
  zones: { lead: string | null };
};
