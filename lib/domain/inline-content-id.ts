/** The Content-ID (RFC 2392, without brackets) under which a reply's body shows an upload. */
export const inlineContentId = (uploadId: string): string => `${uploadId}@threadwell`;
