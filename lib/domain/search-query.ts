import {
  AGE_FIELDS,
  type AgeField,
  ageRangeOf,
  CLOSED_VALUES,
  DATE_FIELDS,
  type DateField,
  dayRangeOf,
  type DayRange,
  HAS_MARKS,
  IS_MARKS,
  isAge,
  isOperator,
  isView,
  type MessageMark,
  NAMED_FIELDS,
  type NamedField,
  type Operator,
  TEXT_FIELDS,
  type TextField,
  type ThreadState,
} from "./search-operators";
import type { ListView } from "./list-view";
import { type Piece, piecesOf } from "./search-pieces";
import { wordsIn } from "./search-words";

/** Words that follow each other (one alone, too), anywhere or in one field. The last may be unfinished. */
export type TextTerm = { kind: "text"; field: TextField | null; words: string[]; isPrefix: boolean };
export type SearchTerm =
  | TextTerm
  | { kind: "mark"; of: "is" | "has"; mark: MessageMark }
  | { kind: "state"; state: ThreadState }
  | { kind: "view"; view: ListView }
  | { kind: "named"; field: NamedField; value: string }
  | ({ kind: "sent" } & DayRange);
export type SearchItem = { term: SearchTerm; isNegated: boolean };

/** All groups have to hold, and of each group one item. `findsNothing`: signs were typed in which there is no word. */
export type SearchQuery = { groups: SearchItem[][]; findsNothing: boolean };

/**
 * Reads what was typed into the search: words, "phrases", -negation, OR and operators. Never fails: an operator that does not
 * exist is a word, one whose value is still being typed asks for nothing yet.
 */
export function parseSearch(typed: string): SearchQuery {
  const pieces = piecesOf(typed);
  const groups: SearchItem[][] = [];
  let isJoined = false;
  let isUnread = false;
  let isTyping = false;
  for (const [index, piece] of pieces.entries()) {
    if (isOr(piece) && groups.length > 0) {
      isJoined = true;
      continue;
    }
    const term = termOf(piece, index === pieces.length - 1);
    if (term === "typing") isTyping = true;
    else if (term === null) isUnread = true;
    else if (isJoined) groups.at(-1)!.push({ term, isNegated: piece.isNegated });
    else groups.push([{ term, isNegated: piece.isNegated }]);
    isJoined = false;
  }
  return { groups, findsNothing: groups.length === 0 && isUnread && !isTyping };
}

const isOr = ({ operator, isNegated, isQuoted, value }: Piece): boolean =>
  !operator && !isNegated && !isQuoted && /^or$/i.test(value);

/** `typing` when it is not finished, null when there is no word in it. */
function termOf(piece: Piece, isLast: boolean): SearchTerm | "typing" | null {
  const operator = piece.operator?.toLowerCase() ?? "";
  if (!isOperator(operator)) return textTerm(null, { ...piece, value: piece.source }, isLast);
  if (piece.value.trim() === "") return "typing";
  return operatorTerm(operator, piece, isLast) ?? textTerm(null, { ...piece, value: piece.source }, isLast);
}

function operatorTerm(operator: Operator, piece: Piece, isLast: boolean): SearchTerm | "typing" | null {
  const value = piece.value.toLowerCase();
  const field = TEXT_FIELDS.find((each) => each === operator);
  if (field) return textTerm(field, piece, isLast);
  const named = NAMED_FIELDS.find((each) => each === operator);
  if (named) return { kind: "named", field: named, value: piece.value.trim() };
  const date = DATE_FIELDS.find((each) => each === operator);
  if (date) return dateTerm(date, value);
  const age = AGE_FIELDS.find((each) => each === operator);
  if (age) return ageTerm(age, value);
  return closedTerm(operator as keyof typeof CLOSED_VALUES, value);
}

function closedTerm(operator: keyof typeof CLOSED_VALUES, value: string): SearchTerm | "typing" | null {
  const values: readonly string[] = CLOSED_VALUES[operator];
  if (!values.includes(value)) return values.some((each) => each.startsWith(value)) ? "typing" : null;
  if (operator === "has") return { kind: "mark", of: "has", mark: HAS_MARKS.find((each) => each === value) ?? "file" };
  if (operator === "in") return isView(value) ? { kind: "view", view: value } : null;
  const mark = IS_MARKS.find((each) => each === value);
  return mark ? { kind: "mark", of: "is", mark } : { kind: "state", state: value as ThreadState };
}

function dateTerm(field: DateField, value: string): SearchTerm | "typing" | null {
  const range = dayRangeOf(field, value);
  if (range) return { kind: "sent", ...range };
  return /^\d{1,4}(-\d{0,2}){0,2}$/.test(value) ? "typing" : null;
}

function ageTerm(field: AgeField, value: string): SearchTerm | "typing" | null {
  const range = ageRangeOf(field, value);
  if (range) return { kind: "sent", ...range };
  return /^\d{1,4}$/.test(value) ? "typing" : null;
}

/** Only what is still being typed may be unfinished: the last word, unless it stands in quotes or is excluded. */
function textTerm(field: TextField | null, piece: Piece, isLast: boolean): SearchTerm | "typing" | null {
  const value = piece.value.normalize("NFC");
  const found = wordsIn(value);
  const words = found.map(({ word }) => word);
  if (words.length === 0) return /^["-]*$/.test(value) ? "typing" : null;
  const isPrefix = isLast && !piece.isQuoted && !piece.isNegated && found.at(-1)!.end === value.length;
  return { kind: "text", field, words, isPrefix };
}

/** The same search as it would be written, so that two ways of typing it can be seen to be one. */
export function printSearch({ groups, findsNothing }: SearchQuery): string {
  if (findsNothing) return "&";
  const last = groups.at(-1)?.at(-1);
  return groups.map((group) => group.map((item) => printItem(item, item === last)).join(" OR ")).join(" ");
}

const printItem = ({ term, isNegated }: SearchItem, isLast: boolean): string =>
  (isNegated ? "-" : "") + printTerm(term, isLast);

function printTerm(term: SearchTerm, isLast: boolean): string {
  if (term.kind === "text") return (term.field ? `${term.field}:` : "") + printWords(term, isLast);
  if (term.kind === "mark") return `${term.of}:${term.mark}`;
  if (term.kind === "state") return `is:${term.state}`;
  if (term.kind === "view") return `in:${term.view}`;
  if (term.kind === "named") return `${term.field}:"${term.value}"`;
  if (term.until && isAge(term.until)) return `older_than:${term.until}`;
  if (term.from && isAge(term.from)) return `newer_than:${term.from}`;
  if (!term.from) return `before:${term.until}`;
  return term.until ? `on:${printDays(term.from, term.until)}` : `after:${term.from}`;
}

function printWords({ words, isPrefix }: TextTerm, isLast: boolean): string {
  const isOr = words.length === 1 && /^or$/i.test(words[0]!);
  if (isPrefix) return `${isOr ? "." : ""}${words.join(".")}`;
  const isPlain = words.length === 1 && !isLast && !isOr;
  return isPlain ? words[0]! : `"${words.join(" ")}"`;
}

function printDays(from: string, until: string): string {
  const parts = [from, from.slice(0, 7), from.slice(0, 4)];
  return parts.find((part) => dayRangeOf("on", part)?.until === until) ?? from;
}
