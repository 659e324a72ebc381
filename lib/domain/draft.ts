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
} & CarriedFields;

/** What an API call said of a reply and no composer shows: carried along untouched, so that it goes out again whole. */
export type CarriedFields = { replyEmailBody?: string; replyEmailTime?: string; seqType?: string };

export type DraftAttachment = DraftUpload | DraftLink;

type DraftUpload = {
  uploadId: string;
  fileName: string;
  contentType: string;
  size: number;
  contentId?: string;
};

/** A file behind an https address, fetched when the reply leaves. What nobody has said of it is null. */
type DraftLink = { fileUrl: string; fileName: string; contentType: string | null; size: number | null };
