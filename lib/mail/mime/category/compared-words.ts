import { ownWordsOf } from "./own-words";

/** Fewer words say too little to be alike. */
export const LEAST_WORDS = 4;
const MOST_WORDS = 300;

/** The words by which two messages are compared: of the visible text without greeting and closing, in lower case, each once. */
export function comparedWordsOf(visibleText: string): string[] {
  const words =
    ownWordsOf(visibleText.slice(0, 20_000))
      .toLowerCase()
      .match(/\p{L}[\p{L}']*/gu) ?? [];
  return [...new Set(words)].slice(0, MOST_WORDS);
}
