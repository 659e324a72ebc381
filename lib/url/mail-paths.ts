/** Addresses of what belongs to a message: the frame that shows its HTML, its raw source, its files. */
export const framePath = (messageId: string): string => `/api/messages/${messageId}/frame`;
/** A picture from another server, through this app. */
export const imagePath = (token: string): string => `/api/images/${token}`;
/** A thread on paper, whole or one message of it. */
export const printPath = (threadId: number, messageId?: string): string =>
  `/api/threads/${threadId}/print${messageId ? `?messageId=${messageId}` : ""}`;
/** What else is accepted for the time of the meeting that a message invites to. */
export const meanwhilePath = (messageId: string): string => `/api/messages/${messageId}/meanwhile`;
export const sourcePath = (messageId: string): string => `/api/messages/${messageId}/source`;
export const attachmentPath = (attachmentId: string): string => `/api/attachments/${attachmentId}`;
/** A file of a note. */
export const noteFilePath = (noteId: string, uploadId: string): string => `/api/notes/${noteId}/files/${uploadId}`;
export const inlinePicturePath = (attachmentId: string): string => `${attachmentPath(attachmentId)}?inline=1`;

type Body = {
  pictures: { contentId: string; attachmentId: string; contentType: string }[];
  remoteTokens: Map<string, string>;
};

/** Where a message's pictures are drawn from: its own from its files, those from elsewhere through this app or not at all. */
export const picturesOf = ({ pictures, remoteTokens }: Body) => ({
  pictures: pictures.map((each) => ({ ...each, url: inlinePicturePath(each.attachmentId) })),
  remotePicture: (url: string): string | null => {
    const token = remoteTokens.get(url);
    return token === undefined ? null : imagePath(token);
  },
});
/** Takes a reply that is still being written, as a form's field, and answers with its frame. */
export const previewFramePath = "/api/replies/preview/frame";
export const previewPath = (attachmentId: string): string => `${attachmentPath(attachmentId)}/preview`;
/** All files of a message, or of a thread, as one ZIP. */
export const messageFilesPath = (messageId: string): string => `/api/messages/${messageId}/files`;
export const threadFilesPath = (threadId: number): string => `/api/threads/${threadId}/files`;
/** What PDF.js reads of its own package, by folder. */
export const pdfPartsPath = (folder: "cmaps" | "standard_fonts" | "wasm" | "iccs"): string => `/api/pdf/${folder}/`;
