/** The kinds that are told by words, and by nothing else. */
export type WordKind = "dnc" | "wrong" | "not" | "meeting" | "info" | "interested";

/**
 * What leads write in one language, as alternatives of a regular expression in lower case: a blank stands for any white space, and
 * `'` for every apostrophe. A text that is nothing else is in `alone` (beside greeting and closing).
 */
export type CategoryWords = Record<WordKind, string[]> & {
  /** Orders to be left alone that can mean nothing else: who says one is unsubscribed. The wishes of `dnc` are only told to people. */
  clear: string[];
  /** The small words by which the language is known. */
  common: string;
  alone: Partial<Record<WordKind, string[]>>;
  /** Words that turn what follows them in a clause round. */
  negations: string;
  /** Words after which something is said that may or may not hold. */
  conditions: string;
  /** Words that part what is refused from what is wanted: "no thanks, but …". */
  but: string;
};
