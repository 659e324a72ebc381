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
};

export type DraftAttachment = {
  uploadId: string;
  fileName: string;
  contentType: string;
  size: number;
  contentId?: string;
};
