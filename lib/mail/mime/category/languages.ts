import type { CategoryWords, WordKind } from "./category-words";
import { danish } from "./words/da";
import { german } from "./words/de";
import { english } from "./words/en";
import { spanish } from "./words/es";
import { french } from "./words/fr";
import { italian } from "./words/it";
import { dutch } from "./words/nl";
import { polish } from "./words/pl";
import { portuguese } from "./words/pt";
import { swedish } from "./words/sv";

/** One language's words, made ready to be looked for in a text in lower case: without regard to case the search takes three times as long. */
export type Reader = {
  table: CategoryWords;
  kinds: Record<WordKind, RegExp>;
  clear: RegExp;
  alone: Partial<Record<WordKind, RegExp>>;
  common: ReadonlySet<string>;
  negations: RegExp;
  conditions: RegExp;
  but: RegExp;
};

const KINDS: WordKind[] = ["dnc", "wrong", "not", "meeting", "info", "interested"];
const TABLES = [english, german, french, spanish, italian, dutch, portuguese, swedish, danish, polish];

/** The languages in which categories are told by words. */
export const LANGUAGES: Reader[] = TABLES.map((table) => ({
  table,
  kinds: Object.fromEntries(KINDS.map((kind) => [kind, anyOf(table[kind], "gu")])) as Reader["kinds"],
  clear: anyOf(table.clear, "gu"),
  alone: Object.fromEntries(
    Object.entries(table.alone).map(([kind, words]) => [kind, new RegExp(`^(?:${written(words)})$`, "u")]),
  ),
  common: new Set(table.common.split(" ")),
  negations: negated(table),
  conditions: anyOf([table.conditions], "u"),
  but: anyOf([table.but], "gu"),
}));

/** Words begin and end where no letter goes on; one that ends in a blank may be followed by anything. */
function anyOf(words: string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written(words)})(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])`, flags);
}

/** English and French hang theirs on another word: "aren't", "n'avons". */
function negated({ negations }: CategoryWords): RegExp {
  const parts = negations.split("|");
  const hanging = parts.filter((part) => part.includes("n'"));
  const apart = parts.filter((part) => !hanging.includes(part));
  return new RegExp([anyOf(apart, "u").source, ...(hanging.length > 0 ? [hanging.join("|")] : [])].join("|"), "u");
}

/** A blank stands for any white space. */
function written(words: string[]): string {
  return words.join("|").replaceAll(" ?", "\\s*").replaceAll(" ", "\\s+");
}
