import { createParser, parseAsInteger, parseAsString } from "nuqs/server";
import { NONE } from "@/lib/domain/list-view";
import { isDay } from "@/lib/domain/wall-time";

const ID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

// An address may come from anywhere: what can name nothing counts as not given.
const only = (isOne: (value: string) => boolean) =>
  createParser({ parse: (value) => (isOne(value) ? value : null), serialize: String });

/** A day of the calendar, YYYY-MM-DD. */
export const parseAsDay = only(isDay);
/** An id of ours, or "none". */
export const parseAsId = only((value) => value === NONE || ID.test(value));
/** A campaign's number, from 1 on. */
export const parseAsNumber = createParser({
  parse: (value) => {
    const number = parseAsInteger.parse(value);
    return number !== null && number > 0 && Number.isSafeInteger(number) ? number : null;
  },
  serialize: String,
});
/** What is searched for, as long as a search may be. */
export const parseAsSearch = createParser({
  parse: (value) => parseAsString.parse(value)?.slice(0, 200) ?? null,
  serialize: String,
});
