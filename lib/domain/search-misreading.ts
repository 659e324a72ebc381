import {
  AGE_FIELDS,
  ageRangeOf,
  CLOSED_VALUES,
  DATE_FIELDS,
  dayRangeOf,
  isOperator,
  OPERATORS,
} from "./search-operators";
import { piecesOf } from "./search-pieces";

/** What looks like an operator and was read as words: it does not exist, or knows no such value. `known`: what there is instead. */
export type Misreading =
  | { kind: "operator"; operator: string; known: string }
  | { kind: "value"; operator: string; value: string; known: string }
  | { kind: "date" | "age"; operator: string; value: string };

/** The first misreading of a search, for who found nothing by it; null where all of it was read as it was meant. */
export function misreadingOf(typed: string): Misreading | null {
  for (const { operator: written, value: typedValue } of piecesOf(typed)) {
    const operator = written?.toLowerCase() ?? "";
    const value = typedValue.trim();
    if (!/^[a-z][a-z_]+$/.test(operator) || value === "" || value.startsWith("//")) continue;
    if (!isOperator(operator))
      return { kind: "operator", operator, known: OPERATORS.map((each) => `${each}:`).join(" ") };
    const closed = closedValues(operator);
    if (closed && !closed.includes(value.toLowerCase()))
      return { kind: "value", operator, value, known: closed.join(", ") };
    const date = DATE_FIELDS.find((each) => each === operator);
    if (date && !dayRangeOf(date, value.toLowerCase())) return { kind: "date", operator, value };
    const age = AGE_FIELDS.find((each) => each === operator);
    if (age && !ageRangeOf(age, value.toLowerCase())) return { kind: "age", operator, value };
  }
  return null;
}

const closedValues = (operator: string): readonly string[] | undefined =>
  operator in CLOSED_VALUES ? CLOSED_VALUES[operator as keyof typeof CLOSED_VALUES] : undefined;
