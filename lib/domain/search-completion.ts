import { CLOSED_VALUES, isOperator, type Operator, OPERATORS } from "./search-operators";
import { piecesOf } from "./search-pieces";

/** What stands before the caret and can be completed: the beginning of an operator, or of an operator's value. */
export type Completable = { operator: Operator | null; begun: string; start: number; end: number };

/** The choices with names of their own, as a workspace has them. */
export type SearchNames = {
  mailbox: string[];
  campaign: string[];
  category: string[];
  assignee: string[];
  people: string[];
};

const MOST = 8;

/** Finds what the caret stands behind; null where nothing can be completed. */
export function completableAt(typed: string, caret: number): Completable | null {
  const piece = piecesOf(typed).find(({ start, end }) => start < caret && caret === end);
  if (!piece) return null;
  const minus = piece.end - piece.start - piece.source.length;
  if (piece.operator !== null) {
    const operator = piece.operator.toLowerCase();
    const start = piece.start + minus + piece.operator.length + 1;
    // A value whose quotes are closed is finished.
    if (!isOperator(operator) || (piece.isQuoted && piece.source.endsWith('"') && piece.value !== "")) return null;
    return { operator, begun: piece.value.toLowerCase(), start, end: piece.end };
  }
  if (piece.isQuoted || piece.value === "") return null;
  return { operator: null, begun: piece.value.toLowerCase(), start: piece.start + minus, end: piece.end };
}

/** What it could become, best first: each as it is written. What is complete already is not offered. */
export function completionsOf({ operator, begun }: Completable, names: SearchNames): string[] {
  if (operator === null) return OPERATORS.filter((each) => each.startsWith(begun)).map((each) => `${each}:`);
  const values = valuesOf(operator, names);
  const begins = values.filter((value) => value.toLowerCase().startsWith(begun));
  const holds =
    operator in CLOSED_VALUES || !begun ? [] : values.filter((value) => value.toLowerCase().includes(begun));
  return [...new Set([...begins, ...holds])].filter((value) => value.toLowerCase() !== begun).slice(0, MOST);
}

function valuesOf(operator: Operator, names: SearchNames): readonly string[] {
  if (operator === "is" || operator === "has" || operator === "in") return CLOSED_VALUES[operator];
  if (operator === "from" || operator === "to") return names.people;
  return operator in names ? names[operator as keyof SearchNames] : [];
}

/** The text with the completion taken, and where the caret stands then. A finished value is followed by a space. */
export function complete(typed: string, { operator, start, end }: Completable, chosen: string) {
  const value = operator && /[\s"]/.test(chosen) ? `"${chosen.replaceAll('"', "")}"` : chosen;
  const before = typed.slice(0, start) + value + (operator ? " " : "");
  return { text: before + typed.slice(end).trimStart(), caret: before.length };
}
