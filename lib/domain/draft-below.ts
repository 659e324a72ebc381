import { addressKey, parseAddressList } from "./address";
import type { DraftAttachment, DraftContent } from "./draft";
import { plainBodyOf, textOfPlainBody } from "./plain-body";

/**
 * One draft of two: the lower one's words stand below the upper one's, in the upper one's kind of text, and whom and what the lower
 * one has besides comes along, each once. A forward's recipients never get a reply's words, nor the other way round.
 */
export function draftBelow(upper: DraftContent, lower: DraftContent): DraftContent {
  const templateIds = [...new Set([...(upper.templateIds ?? []), ...(lower.templateIds ?? [])])].slice(
    0,
    MOST_TEMPLATES,
  );
  const have = new Set(upper.attachments.map(sourceOf));
  const followUps = upper.followUps ?? lower.followUps;
  return {
    ...upper,
    ...(upper.kind === lower.kind ? recipientsOfBoth(upper, lower) : {}),
    bodyHtml: bodyOfBoth(upper, lower),
    attachments: [...upper.attachments, ...lower.attachments.filter((file) => !have.has(sourceOf(file)))],
    ...(templateIds.length > 0 ? { templateIds } : {}),
    ...(followUps && !upper.kind ? { followUps } : {}),
  };
}

/** The contract takes no more. */
const MOST_TEMPLATES = 50;

const sourceOf = (file: DraftAttachment): string => ("uploadId" in file ? file.uploadId : file.fileUrl);

function bodyOfBoth(upper: DraftContent, lower: DraftContent): string {
  // A plain body is HTML too; a rich one among plain lines has to become lines.
  if (!upper.isPlain || lower.isPlain) return `${upper.bodyHtml}${lower.bodyHtml}`;
  const texts = [upper.bodyHtml, lower.bodyHtml].map(textOfPlainBody);
  return plainBodyOf(texts.filter(Boolean).join("\n\n"));
}

function recipientsOfBoth(upper: DraftContent, lower: DraftContent): Pick<DraftContent, "to" | "cc" | "bcc"> {
  const have = new Set([...upper.to, ...upper.cc, ...upper.bcc].flatMap(keysOf));
  const added = (entries: string[]) =>
    entries.filter((entry) => {
      const keys = keysOf(entry);
      const isNew = keys.some((key) => !have.has(key));
      for (const key of keys) have.add(key);
      return isNew;
    });
  return {
    to: [...upper.to, ...added(lower.to)],
    cc: [...upper.cc, ...added(lower.cc)],
    bcc: [...upper.bcc, ...added(lower.bcc)],
  };
}

/** Whom an entry means; what is no address counts as it was typed. */
function keysOf(entry: string): string[] {
  const { parties } = parseAddressList(entry);
  return parties.length > 0 ? parties.map(({ address }) => addressKey(address)) : [entry.trim()];
}
