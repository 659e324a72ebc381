import type { Party } from "./party";

export const REVIEW_KINDS = ["approval", "sample"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** `waiting` for the reviewer, `returned` to the author; the rest are ends. A sample is `open` until its words are settled. */
export const REVIEW_STATES = ["waiting", "returned", "approved", "withdrawn", "open", "settled"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What makes a reply wait. All that are set must hold; of a list, one entry is enough. */
export type ApprovalConditions = {
  /** Authors who joined within so many days. */
  newForDays: number | null;
  campaignIds: string[];
  /** It is our first reply to a lead whose thread has one of these categories. */
  firstReplyCategoryIds: string[];
  /** Words in subject or text, without regard to case. */
  words: string[];
  /** `any`, or only files whose name ends thus ("pdf"). */
  attachments: "any" | string[] | null;
  /** It would leave outside the author's working hours. */
  isOutsideHours: boolean;
  memberIds: string[];
};

/** Why a reply waits: the rule's name as it was then, and which of its conditions are worth saying; or who wished it. */
export type ReviewCause =
  { kind: "rule"; ruleId: string; name: string; because: string[] } | { kind: "request"; byId: string; note: string };

/** What a version says. Times are ISO 8601. */
export type ReviewedText = {
  subject: string;
  to: Party[];
  cc: Party[];
  bcc: Party[];
  bodyHtml: string;
  isPlain: boolean;
  attachments: { fileName: string; size: number | null }[];
  scheduledAt: string | null;
};

/** A passage of a version's text: the words, and where they begin in the text of its paragraphs. */
export type Passage = { quote: string; start: number };
