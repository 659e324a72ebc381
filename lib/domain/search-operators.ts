import { LIST_VIEWS, type ListView } from "./list-view";

/** Fields of a message whose words can be asked for alone. */
export const TEXT_FIELDS = ["from", "to", "subject", "filename"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What a thread belongs to, asked for by a part of its name. */
export const NAMED_FIELDS = ["mailbox", "campaign", "category", "assignee"] as const;
export type NamedField = (typeof NAMED_FIELDS)[number];

export const DATE_FIELDS = ["before", "after", "on"] as const;
export type DateField = (typeof DATE_FIELDS)[number];

/** By how long ago it was, as other mail programs have them. */
export const AGE_FIELDS = ["older_than", "newer_than"] as const;
export type AgeField = (typeof AGE_FIELDS)[number];

export const THREAD_STATES = [
  "unread",
  "read",
  "unanswered",
  "answered",
  "done",
  "open",
  "important",
  "unassigned",
  "assigned",
  "mine",
  "scheduled",
  "failed",
  "draft",
  "positive",
  "negative",
  "bulk",
] as const;
export type ThreadState = (typeof THREAD_STATES)[number];

/** What stands in the index with each message, beside its words. */
export const IS_MARKS = ["automatic", "bounced"] as const;
export const HAS_MARKS = ["file", "pdf", "image"] as const;
export type MessageMark = (typeof IS_MARKS)[number] | (typeof HAS_MARKS)[number];

/** The operators whose values are closed words, with what each value stands for. */
export const CLOSED_VALUES = {
  is: [...THREAD_STATES, ...IS_MARKS],
  has: [...HAS_MARKS, "attachment"],
  in: LIST_VIEWS,
} as const satisfies Record<string, readonly string[]>;

/** All operators, in the order in which they are offered. */
export const OPERATORS = [
  "from",
  "to",
  "subject",
  "is",
  "has",
  "in",
  ...NAMED_FIELDS,
  "before",
  "after",
  "on",
  ...AGE_FIELDS,
  "filename",
] as const;
export type Operator = (typeof OPERATORS)[number];

export const isOperator = (name: string): name is Operator => (OPERATORS as readonly string[]).includes(name);
export const isView = (name: string): name is ListView => (LIST_VIEWS as readonly string[]).includes(name);

/** Days from `from` up to, but without, `until`; both YYYY-MM-DD, or so long before today ("3d", "2m", "1y"). */
export type DayRange = { from: string | null; until: string | null };

/** What a date operator asks for with a year, a month or a day; null for anything else. */
export function dayRangeOf(field: DateField, value: string): DayRange | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  if (!year || Number(year) < 1900 || Number(year) > 2999) return null;
  const from = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (from !== `${year}-${month ?? "01"}-${day ?? "01"}`) return null;
  if (field === "before") return { from: null, until: from };
  if (field === "after") return { from, until: null };
  if (day) return { from, until: dayOf(Number(year), Number(month), Number(day) + 1) };
  return { from, until: month ? dayOf(Number(year), Number(month) + 1, 1) : dayOf(Number(year) + 1, 1, 1) };
}

/** What an operator asks for with an age in days, months or years; null for anything else. */
export function ageRangeOf(field: AgeField, value: string): DayRange | null {
  if (!isAge(value)) return null;
  return field === "older_than" ? { from: null, until: value } : { from: value, until: null };
}

/** A thousand years are enough, and all that the database counts with. */
export const isAge = (value: string): boolean => /^(\d{1,4}[dm]|\d{1,3}y)$/.test(value);

const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
