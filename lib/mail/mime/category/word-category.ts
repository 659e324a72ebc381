import type { WordKind } from "./category-words";
import type { Reader } from "./languages";
import { ownWordsOf } from "./own-words";
import { readersOf } from "./readers-of";

/** What a text was taken for, and the words that told it. `isClear`: an order not to be written to that can mean nothing else. */
export type WordCategory = { kind: WordKind; words: string; isClear: boolean };

const MAX_TEXT = 3_000;
const MAX_EVIDENCE = 80;

/**
 * The category that a person's words tell, or null where they say nothing or not for certain.
 * A wish not to be written to stands above all, unless the writer wants something as well. Who is the wrong one says so whatever else he says. What is refused is refused,
 * unless something is wanted behind a "but"; refused and wanted otherwise is not for certain. A time is proposed (meeting) by who
 * asks for prices too, and who asks for something (information) may be interested as well: the more telling one holds.
 * @param visible the text without quoted history and signature
 */
export function wordCategoryOf(visible: string): WordCategory | null {
  const text = ownWordsOf(visible.slice(0, MAX_TEXT)).toLowerCase();
  if (text === "") return null;
  const readers = readersOf(text);
  const alone = first(readers, (reader) => aloneIn(reader, text));
  if (alone) return alone;
  const found = (kind: WordKind) => first(readers, (reader) => firstOf(reader, kind, text));
  const wanted = found("meeting") ?? found("interested") ?? found("info");
  const refused = found("not");
  const left = wanted ? null : first(readers, (reader) => leftAlone(reader, text, refused !== null));
  return left ?? found("wrong") ?? refusedOrWanted(refused, wanted, readers, text);
}

function refusedOrWanted(
  refused: WordCategory | null,
  wanted: WordCategory | null,
  readers: Reader[],
  text: string,
): WordCategory | null {
  if (!refused || !wanted) return refused ?? wanted;
  const turn = readers.map(({ but }) => text.slice(text.indexOf(refused.words)).search(but)).find((at) => at >= 0);
  const place = text.indexOf(wanted.words) - text.indexOf(refused.words);
  return turn !== undefined && place > turn ? wanted : null;
}

function first<Item, Result>(items: Item[], read: (item: Item) => Result | null): Result | null {
  for (const item of items) {
    const result = read(item);
    if (result !== null) return result;
  }
  return null;
}

/**
 * As `matchAll`, which makes a copy of the expression each time: most of these find nothing, and their copies cost more than the search.
 * @param pattern global, no match of it empty, and not searched for again while its matches are taken
 */
function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) yield match;
}

function aloneIn({ alone }: Reader, text: string): WordCategory | null {
  if (text.length > 60) return null;
  const kind = (Object.keys(alone) as WordKind[]).find((each) => alone[each]!.test(text));
  return kind ? { kind, words: text, isClear: kind === "dnc" } : null;
}

/**
 * A wish not to be written to. Asked for in a question only the plainest words are one, and no order: a machine would act on it.
 * @param isRefused the negation before a wish may be its own: "not interested please remove me"
 */
function leftAlone(reader: Reader, text: string, isRefused: boolean): WordCategory | null {
  for (const pattern of [reader.clear, reader.kinds.dnc])
    for (const match of matchesOf(pattern, text)) {
      const end = match.index + match[0].length;
      const rest = /^[^.!?\n]*\s*[.!?\n]?/u.exec(text.slice(end))?.[0] ?? "";
      const isAsked = rest.endsWith("?");
      if (isAsked && pattern !== reader.clear) continue;
      if (OFFERED.test(text.slice(Math.max(0, match.index - 40), end + 20))) continue;
      const before = clauseBefore(text, match.index, reader).trim().split(/\s+/u).slice(-4).join(" ");
      if (!isRefused && reader.negations.test(before)) continue;
      const isClear =
        pattern === reader.clear && !isAsked && !TOLD.test(before) && !isLimited(reader, `${before} `, rest);
      return { kind: "dnc", words: match[0].trim().slice(0, MAX_EVIDENCE), isClear };
    }
  return null;
}

/** Somebody does it: that is no order. */
const TOLD =
  /(?<!\p{L})(?:i|we|you|they|he|she|it|that|would|will|wir|ich|das|er|on|il|ils|elle|ik|wij|hij|zij|jag|jeg|det)(?!\p{L})/u;

/** Turned round by what stands behind it, or of one list among others: "the list of guests". */
const isLimited = ({ but, conditions, negations }: Reader, before: string, rest: string): boolean =>
  rest.search(but) >= 0 ||
  conditions.test(before + rest) ||
  negations.test(/^\s*\S*/u.exec(rest)?.[0] ?? "") ||
  /^\s*(?:of|for the|von|für|van|voor|pour|para|per|för|over|med)(?!\p{L})/u.test(rest);

function firstOf(reader: Reader, kind: WordKind, text: string): WordCategory | null {
  for (const match of matchesOf(reader.kinds[kind], text)) {
    const clause = clauseBefore(text, match.index, reader);
    // "We have no interest" holds its own negation.
    const weighed = kind === "interested" ? clause + match[0] : clause;
    if (WANTED.has(kind) && reader.negations.test(weighed)) continue;
    if (kind === "interested" && reader.conditions.test(clause)) continue;
    return { kind, words: match[0].trim().slice(0, MAX_EVIDENCE), isClear: false };
  }
  return null;
}

const WANTED = new Set<WordKind>(["meeting", "info", "interested"]);

/** How mail to many offers the way out: nobody's wish. */
const OFFERED =
  /if you (?:no longer )?(?:wish|want|would like|prefer|do(?: not|n't) (?:wish|want))|(?:to|can|may|here to) unsubscribe|unsubscribe (?:here|link|at any time)|click (?:here|below)|abmeldelink|hier (?:klicken|abmelden)|cliquez ici|haga clic|clicca qui|klik hier|clique aqui|klicka här|klik her|klikk her|kliknij/u;

/** What stands before a match in its own clause. */
function clauseBefore(text: string, at: number, { but }: Reader): string {
  const left = text.slice(Math.max(0, at - 80), at);
  const clause = left.split(/[.!?;:\n]|, |\u2013|\u2014| - /u).at(-1) ?? "";
  const turned = [...matchesOf(but, clause)].at(-1);
  return turned ? clause.slice(turned.index + turned[0].length) : clause;
}
