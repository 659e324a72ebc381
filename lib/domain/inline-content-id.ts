const DOMAIN = "threadwell";
const SOURCE = new RegExp(`cid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@${DOMAIN}`, "gi");

/** The Content-ID (RFC 2392, without brackets) under which a reply's body shows an upload. */
export const inlineContentId = (uploadId: string): string => `${uploadId}@${DOMAIN}`;

/** A reply's body as the editor and this app's pages can show it: `cid:` of uploads becomes their address again. */
export const withUploadSources = (html: string): string => html.replace(SOURCE, "/api/uploads/$1");
