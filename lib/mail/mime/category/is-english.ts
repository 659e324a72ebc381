import { english } from "./words/en";
import { readersOf } from "./readers-of";

/** Whether a text may be in English: also when too few of its words tell a language. */
export const isEnglish = (text: string): boolean =>
  readersOf(text.slice(0, 3_000).toLowerCase()).some(({ table }) => table === english);
