import type { DraftContent } from "@/lib/domain/draft";

/** Whether something would be lost with a draft: a word, a picture or a file. */
export function hasWords({ bodyHtml, attachments }: DraftContent): boolean {
  const text = bodyHtml
    .replace(/<img\b/gi, "image<")
    .replace(/<[^<>]*>|&nbsp;/g, "")
    .trim();
  return text !== "" || attachments.length > 0;
}
