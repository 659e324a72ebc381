/** A word of a text as it stands, with its place there. */
export type FoundWord = { word: string; start: number; end: number };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Words are runs of letters and digits, as the database's index has them: an address or a file name is several. */
export const wordsIn = (text: string): FoundWord[] => [...eachWordIn(text)];

/** The same, one after the other: for who stops at the first that matters. */
export function* eachWordIn(text: string): Generator<FoundWord> {
  for (const { 0: word, index } of text.matchAll(WORD)) yield { word, start: index, end: index + word.length };
}

/** For comparing: "Müller" and "muller" are one word. */
export const foldWord = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word) ? word.toLowerCase() : foldLetters(word);

const foldLetters = (word: string): string =>
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
