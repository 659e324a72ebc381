import { contentIdOf } from "./content-id";

/** The pictures of a message that its HTML shows by `cid:`, whatever the case and escapes in which it names them. */
export function quotedPicturesOf<Part extends { contentId: string | null }>(
  html: string,
  parts: Part[],
): (Part & { contentId: string })[] {
  const shown = new Set([...html.matchAll(SHOWN)].map(([, , value]) => contentIdOf(value ?? "")));
  return parts.flatMap((part) => {
    const { contentId } = part;
    return contentId && shown.has(contentId.toLowerCase()) ? [{ ...part, contentId }] : [];
  });
}

/** The HTML with each of these pictures named exactly as its part is, so that every program finds it. */
export function withExactContentIds(html: string, pictures: { contentId: string }[]): string {
  const exact = new Map(pictures.map(({ contentId }) => [contentId.toLowerCase(), contentId]));
  return html.replaceAll(SHOWN, (tag, before: string, value: string) => {
    const contentId = exact.get(contentIdOf(value));
    return contentId === undefined || /["<>&]/.test(contentId) ? tag : `${before}"cid:${contentId}"`;
  });
}

/** A picture's address, as the sanitiser writes it. */
const SHOWN = /(<img\b[^<>]*?\ssrc\s*=\s*)"(cid:[^"]*)"/gi;
