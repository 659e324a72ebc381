import { LANGUAGES, type Reader } from "./languages";

/** The languages of each small word. */
const LANGUAGES_OF = new Map<string, Reader[]>();
for (const reader of LANGUAGES)
  for (const word of reader.common) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), reader]);

/** The languages that the small words of a text in lower case tell, likeliest first; all of them where there are too few. */
export function readersOf(text: string): Reader[] {
  const scores = new Map<Reader, number>();
  for (const word of text.match(/[\p{L}']+/gu) ?? [])
    for (const reader of LANGUAGES_OF.get(word) ?? []) scores.set(reader, (scores.get(reader) ?? 0) + 1);
  const best = Math.max(0, ...scores.values());
  if (best < 3) return LANGUAGES;
  // Of two that are as likely the one that stands first in the list is.
  return LANGUAGES.filter((reader) => (scores.get(reader) ?? 0) >= best * 0.7).toSorted(
    (one, other) => scores.get(other)! - scores.get(one)!,
  );
}
