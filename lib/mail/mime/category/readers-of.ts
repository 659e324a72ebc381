import { LANGUAGES, type Reader } from "./languages";

/** The languages that the small words of a text in lower case tell, likeliest first; all of them where there are too few. */
export function readersOf(text: string): Reader[] {
  const words = text.match(/[\p{L}']+/gu) ?? [];
  const scores = LANGUAGES.map((reader) => ({ reader, score: words.filter((word) => reader.common.has(word)).length }));
  const best = Math.max(...scores.map(({ score }) => score));
  if (best < 3) return LANGUAGES;
  return scores
    .filter(({ score }) => score >= best * 0.7)
    .toSorted((a, b) => b.score - a.score)
    .map(({ reader }) => reader);
}
