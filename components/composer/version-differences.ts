import { diffWordsWithSpace } from "diff";
import { addressKey } from "@/lib/domain/address";
import type { DraftContent } from "@/lib/domain/draft";
import { plainDraft } from "./plain-draft";
import { addressKeysOf } from "./recipient-chips";

/** A piece of one version's text; `isOwn`: the other version does not have it. */
export type Piece = { text: string; isOwn: boolean };
/** One version as it is shown beside the other one: its text in pieces, and its recipients and files where they are not the same. */
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

/** Nothing where both go to the same people in the same places; who is copied says so, since that can be the difference. */
function recipientsBeside(one: DraftContent, other: DraftContent): Piece[] {
  const keysOf = (draft: DraftContent) => new Set(FIELDS.flatMap((field) => draft[field].map(keyIn(field))));
  const [mine, have] = [keysOf(one), keysOf(other)];
  if (mine.size === have.size && [...mine].every((key) => have.has(key))) return [];
  return FIELDS.flatMap((field) =>
    one[field].map((text) => ({ text: `${PREFIX[field]}${text}`, isOwn: !have.has(keyIn(field)(text)) })),
  );
}

const FIELDS = ["to", "cc", "bcc"] as const;
const PREFIX = { to: "", cc: "Cc ", bcc: "Bcc " };

/** One spelling for all of an address's, in its field. */
const keyIn = (field: string) => (text: string) => `${field} ${addressKeysOf([text])[0] ?? addressKey(text)}`;

function filesBeside(one: DraftContent, other: DraftContent): Piece[] {
  const idOf = (file: DraftContent["attachments"][number]) => ("uploadId" in file ? file.uploadId : file.fileUrl);
  const have = new Set(other.attachments.map(idOf));
  if (have.size === one.attachments.length && one.attachments.every((file) => have.has(idOf(file)))) return [];
  return one.attachments.map((file) => ({ text: file.fileName, isOwn: !have.has(idOf(file)) }));
}
