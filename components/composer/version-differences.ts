import { diffWordsWithSpace } from "diff";
import { addressKey } from "@/lib/domain/address";
import type { DraftContent } from "@/lib/domain/draft";
import { plainDraft } from "./plain-draft";
import { addressKeysOf } from "./recipient-chips";

/** A piece of one version's text; `isOwn`: the other version does not have it. */
export type Piece = { text: string; isOwn: boolean };
/** One version as it is shown beside the other one: its text in pieces, and whom and what it has alone. */
export type ShownVersion = { pieces: Piece[]; recipients: Piece[]; files: Piece[] };

/** Longer texts are shown without marks: comparing them would hold the page up. */
const MOST_CHARACTERS = 60_000;

/** Two versions of a draft, each with what the other does not have marked. */
export function versionDifferences(
  mine: DraftContent,
  theirs: DraftContent,
): { mine: ShownVersion; theirs: ShownVersion } {
  const texts = [plainDraft(mine.bodyHtml), plainDraft(theirs.bodyHtml)] as const;
  const [left, right] = piecesOf(...texts);
  return {
    mine: { pieces: left, recipients: recipientsBeside(mine, theirs), files: filesBeside(mine, theirs) },
    theirs: { pieces: right, recipients: recipientsBeside(theirs, mine), files: filesBeside(theirs, mine) },
  };
}

function piecesOf(mine: string, theirs: string): [Piece[], Piece[]] {
  if (mine.length + theirs.length > MOST_CHARACTERS)
    return [[{ text: mine, isOwn: false }], [{ text: theirs, isOwn: false }]];
  const changes = diffWordsWithSpace(theirs, mine);
  const left = changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isOwn: added }));
  const right = changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isOwn: removed }));
  return [joined(left), joined(right)];
}

/** Words that one version alone has are one passage, also where both have the gaps between them. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const [at, { text, isOwn }] of pieces.entries()) {
    const isGap = !isOwn && /^[ \t]+$/.test(text) && result.at(-1)?.isOwn === true && pieces[at + 1]?.isOwn === true;
    const last = result.at(-1);
    if (last && last.isOwn === (isOwn || isGap)) last.text += text;
    else result.push({ text, isOwn });
  }
  return result;
}

function recipientsBeside(one: DraftContent, other: DraftContent): Piece[] {
  const all = ({ to, cc, bcc }: DraftContent) => [...to, ...cc, ...bcc];
  const have = new Set([...addressKeysOf(all(other)), ...all(other).map(addressKey)]);
  return all(one).map((text) => ({
    text,
    isOwn: !(addressKeysOf([text])[0] ? have.has(addressKeysOf([text])[0]!) : have.has(addressKey(text))),
  }));
}

function filesBeside(one: DraftContent, other: DraftContent): Piece[] {
  const idOf = (file: DraftContent["attachments"][number]) => ("uploadId" in file ? file.uploadId : file.fileUrl);
  const have = new Set(other.attachments.map(idOf));
  return one.attachments.map((file) => ({ text: file.fileName, isOwn: !have.has(idOf(file)) }));
}
