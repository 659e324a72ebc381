import type { AwayRule, StepWait } from "./follow-up";

/** What a composer holds. Addresses stay as typed, so that a bad one is kept and marked. */
export type DraftContent = {
  parentId: string;
  to: string[];
  cc: string[];
  bcc: string[];
  bodyHtml: string;
  addSignature: boolean;
  attachments: DraftAttachment[];
  scheduledTime: string | null;
  scheduledZone: string | null;
  scheduleCondition: "always" | "if_no_reply";
} & CarriedFields &
  WritingFields;

/** What an API call said of a reply and no composer shows: carried along untouched, so that it goes out again whole. */
export type CarriedFields = { replyEmailBody?: string; replyEmailTime?: string; seqType?: string };

/** How it is written; what is absent is the usual: a reply, in rich text, without templates. */
export type WritingFields = {
  kind?: "forward";
  isPlain?: true;
  templateIds?: string[];
  /** What is to follow it as long as nobody answers; a forward takes none along. */
  followUps?: DraftFollowUps;
};

/** Follow-ups that are being written, each counted from the one before. `replaces`: those that make way for them, as was seen. */
export type DraftFollowUps = {
  steps: { bodyHtml: string; templateIds: string[]; wait: StepWait }[];
  stopCategoryIds: string[];
  awayRule: AwayRule;
  replaces?: string | undefined;
};

export type DraftAttachment = DraftUpload | DraftLink;

type DraftUpload = {
  uploadId: string;
  fileName: string;
  contentType: string;
  size: number;
  contentId?: string;
  /** The file of a forwarded message that it was taken from. */
  attachmentId?: string;
};

/** A file behind an https address, fetched when the reply leaves. What nobody has said of it is null. */
type DraftLink = { fileUrl: string; fileName: string; contentType: string | null; size: number | null };

/** Who wrote a draft and handed it over, when (ISO 8601), and a word about it. */
export type Handed = { by: string; at: string; note: string };

/** One of the reader's drafts that a teammate has handed over. */
export type HandedDraft = Handed & { threadId: number; subject: string };
