import { parseSearch, type SearchQuery, type TextTerm } from "./search-query";
import type { TextField } from "./search-operators";
import { eachWordIn, foldWord, type FoundWord } from "./search-words";

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
export const hitsIn = (text: string, marks: SearchMark[]): Span[] => [...eachHitIn(text, marks)];

/** One hit after the other; only as much of the text is read as is asked for. */
function* eachHitIn(text: string, marks: SearchMark[]): Generator<Span> {
  const longest = Math.max(0, ...marks.map(({ words }) => words.length));
  if (longest === 0) return;
  const ahead = eachWordIn(text);
  const words: FoundWord[] = [];
  const fill = () => {
    while (words.length < longest) {
      const { value, done } = ahead.next();
      if (done) return;
      words.push({ ...value, word: foldWord(value.word) });
    }
  };
  for (fill(); words.length > 0; fill()) {
    const length = Math.max(0, ...marks.filter((mark) => standsAt(words, mark)).map((mark) => mark.words.length));
    if (length > 0) yield { start: words[0]!.start, end: words[length - 1]!.end };
    words.splice(0, Math.max(1, length));
  }
}

function standsAt(words: FoundWord[], { words: wanted, isPrefix }: SearchMark): boolean {
  return wanted.every((want, offset) => {
    const word = words[offset]?.word;
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
  const first = eachHitIn(text, marks).next().value;
  if (!first) return null;
  // A long address has no beginning of a word near its hit.
  const start = Math.min(wordStart(text, first.start - BEFORE), first.start);
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
