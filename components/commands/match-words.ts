/** Where letters of a text are those that were typed: from, and up to but without. */
export type Range = [from: number, to: number];
export type Match = { score: number; ranges: Range[] };

/**
 * Whether all typed words are in a text: at the beginnings of its words ("fol", "mark do", "catint" for "Category:
 * Interested"), the better the fewer pieces. What is only in the hint counts, but little. Case and accents do not matter.
 */
export function matchWords(typed: string, label: string, hint = ""): Match | null {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const matches = words.map((word) => matchWord(word, plain(label)) ?? (matchWord(word, plain(hint)) ? IN_HINT : null));
  if (matches.some((match) => match === null)) return null;
  const found = matches.filter((match) => match !== null);
  return {
    score: found.reduce((sum, { score }) => sum + score, 0),
    ranges: merged(found.flatMap(({ ranges }) => ranges)),
  };
}

const IN_HINT: Match = { score: 1, ranges: [] };

/** A text cut into what was typed and what was not. */
export function markedParts(text: string, ranges: Range[]): { text: string; isHit: boolean }[] {
  const parts = ranges.flatMap(([from, to], index) => [
    { text: text.slice(ranges[index - 1]?.[1] ?? 0, from), isHit: false },
    { text: text.slice(from, to), isHit: true },
  ]);
  return [...parts, { text: text.slice(ranges.at(-1)?.[1] ?? 0), isHit: false }].filter((part) => part.text !== "");
}

function matchWord(word: string, text: string): Match | null {
  const ranges = piecesFrom(word, text, 0, new Map());
  if (!ranges) return null;
  const at = ranges[0]?.[0] ?? 0;
  return { score: Math.max(2, 10 - 2 * ranges.length) + (at === 0 ? 3 : -Math.min(at, 99) / 100), ranges };
}

/**
 * The letters cut into the fewest pieces that stand, in order, at the beginnings of words.
 * @param known what was found before, by how many letters were left and from where: without it nonsense takes for ever
 */
function piecesFrom(letters: string, text: string, from: number, known: Map<string, Range[] | null>): Range[] | null {
  if (letters === "") return [];
  const name = `${letters.length} ${from}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  let best: Range[] | null = null;
  for (let at = from; at < text.length && best?.length !== 1; at++) {
    if (text[at] !== letters[0] || !isWordStart(text, at)) continue;
    // An address is one word to go on from, not the four that its dots make.
    if (from > 0 && text[at - 1] !== " ") continue;
    for (let length = commonLength(letters, text, at); length > 0; length--) {
      const rest = piecesFrom(letters.slice(length), text, at + length, known);
      if (rest && (!best || rest.length + 1 < best.length)) best = [[at, at + length], ...rest];
    }
  }
  known.set(name, best);
  return best;
}

function commonLength(letters: string, text: string, at: number): number {
  let length = 0;
  while (length < letters.length && letters[length] === text[at + length]) length++;
  return length;
}

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || (!/[\p{L}\p{N}]/u.test(text[at - 1]!) && /[\p{L}\p{N}]/u.test(text[at]!));

/** Letter for letter, so that places in it are places in the text. */
const plain = (text: string): string =>
  text.replace(/[^]/g, (letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare.length === 1 ? bare : letter;
  });

function merged(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const [from, to] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const before = joined.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
