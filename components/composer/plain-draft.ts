/** A body as plain lines, for laying two versions beside each other: a line a block, a picture as its name. */
export function plainDraft(bodyHtml: string): string {
  return bodyHtml
    .replace(/<img\b[^>]*?(?:\balt="([^"]*)"[^>]*)?>/gi, (_whole, name: string | undefined) => `[${name || "…"}]`)
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre)>/gi, "\n")
    .replace(/<\/t[dh]>/gi, "\t")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const ENTITIES: Record<string, string> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
