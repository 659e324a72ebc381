/** Addresses of what belongs to a message: the frame that shows its HTML, its raw source, its files. */
export const framePath = (messageId: string): string => `/api/messages/${messageId}/frame`;
export const sourcePath = (messageId: string): string => `/api/messages/${messageId}/source`;
export const attachmentPath = (attachmentId: string): string => `/api/attachments/${attachmentId}`;
export const inlinePicturePath = (attachmentId: string): string => `${attachmentPath(attachmentId)}?inline=1`;
