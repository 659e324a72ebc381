import type { EventFact } from "./schemas";

/** What of an event's data may be shown: closed words, numbers, names of fields. Whatever else lies there stays there. */
const SHOWN_FACTS = [
  "reason",
  "by",
  "from",
  "to",
  "role",
  "status",
  "kind",
  "fields",
  "scopes",
  "steps",
  "files",
  "messages",
  "threads",
  "days",
  "attempt",
  "handedOver",
  "rows",
] as const;

const MOST = 80;

/** The facts of an event. @param nameOf a member's name by their id, since some data name members */
export function eventFacts(data: Record<string, unknown>, nameOf: (id: string) => string | undefined): EventFact[] {
  return SHOWN_FACTS.flatMap((key) => {
    const value = shown(data[key], nameOf);
    return value === null ? [] : [{ key, value }];
  });
}

function shown(value: unknown, nameOf: (id: string) => string | undefined): string | null {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.every(isWord) && value.length > 0 ? value.slice(0, 20).join(", ") : null;
  if (typeof value !== "string") return null;
  if (IS_ID.test(value)) return nameOf(value) ?? null;
  return isWord(value) ? value : null;
}

/** The ids that an event's data hold. */
export const idsIn = (data: Record<string, unknown>): string[] =>
  SHOWN_FACTS.flatMap((key) => (typeof data[key] === "string" && IS_ID.test(data[key]) ? [data[key]] : []));

const IS_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** No sentence and no address: a word of ours, a time or a number. */
const isWord = (value: unknown): value is string =>
  typeof value === "string" && value.length <= MOST && /^[\w.:+-]+$/.test(value);
