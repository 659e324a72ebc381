/** A word of a text as it stands, with its place there. */
export type FoundWord = { word: string; start: number; end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Words are runs of letters and digits, as the database's index has them: an address or a file name is several. */
export function wordsIn(text: string): FoundWord[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
    word: found,
    start: index,
    end: index + found.length,
  }));
}

/** For comparing: "Müller" and "muller" are one word. */
export const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .replaceAll(/[ßøæœłđðþı]/g, (letter) => LETTERS[letter]!);

const LETTERS: Record<string, string> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
