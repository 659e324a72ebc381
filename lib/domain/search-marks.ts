import { parseSearch, type SearchQuery, type TextTerm } from "./search-query";
import type { TextField } from "./search-operators";
import { foldWord, type FoundWord, wordsIn } from "./search-words";

/** A piece of a text; `isHit` where it is what was searched for. */
export type HitPiece = { text: string; isHit: boolean };

/** Words to be marked: folded, those that follow each other together. */
export type SearchMark = { field: TextField | null; words: string[]; isPrefix: boolean };

type Span = { start: number; end: number };

/** What of a search is to be seen in a text: its words and phrases, without what was excluded. */
export function marksOf(search: string | SearchQuery): SearchMark[] {
  const { groups } = typeof search === "string" ? parseSearch(search) : search;
  return groups
    .flat()
    .filter(({ term, isNegated }) => term.kind === "text" && !isNegated)
    .map(({ term }) => term as TextTerm)
    .map(({ field, words, isPrefix }) => ({ field, words: words.map(foldWord), isPrefix }));
}

/** The marks that hold in a part of a message: those of that field, and those that were asked for anywhere. */
export const marksIn = (marks: SearchMark[], part: TextField | "text"): SearchMark[] =>
  marks.filter(({ field }) => field === null || field === part);

/** Where the marks stand in a text, in order and without overlap. */
export function hitsIn(text: string, marks: SearchMark[]): Span[] {
  if (marks.length === 0) return [];
  const words = wordsIn(text).map((found) => ({ ...found, word: foldWord(found.word) }));
  const spans: Span[] = [];
  for (let at = 0; at < words.length;) {
    const length = Math.max(0, ...marks.filter((mark) => standsAt(words, at, mark)).map((mark) => mark.words.length));
    if (length > 0) spans.push({ start: words[at]!.start, end: words[at + length - 1]!.end });
    at += Math.max(1, length);
  }
  return spans;
}

function standsAt(words: FoundWord[], at: number, { words: wanted, isPrefix }: SearchMark): boolean {
  return wanted.every((want, offset) => {
    const word = words[at + offset]?.word;
    return word !== undefined && (isPrefix && offset === wanted.length - 1 ? word.startsWith(want) : word === want);
  });
}

/** A text cut at its hits. */
export function hitPieces(text: string, marks: SearchMark[]): HitPiece[] {
  const pieces: HitPiece[] = [];
  let from = 0;
  for (const { start, end } of hitsIn(text, marks)) {
    if (start > from) pieces.push({ text: text.slice(from, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isHit: false });
  return pieces;
}

const BEFORE = 16;
const LENGTH = 200;

/** The part of a text around its first hit, on one line; null when nothing in it is one. */
export function excerptOf(text: string, marks: SearchMark[]): HitPiece[] | null {
  const first = hitsIn(text, marks)[0];
  if (!first) return null;
  const start = wordStart(text, first.start - BEFORE);
  const part = text.slice(start, Math.max(first.end, start + LENGTH)).replace(/\p{Surrogate}$/u, "");
  const line = part.replaceAll(/\s+/g, " ").trim();
  return hitPieces(start > 0 ? `… ${line}` : line, marks);
}

/** The next beginning of a word, so that none is cut in two. */
function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const space = /\s/.exec(text.slice(near));
  return space ? near + space.index + 1 : near;
}
