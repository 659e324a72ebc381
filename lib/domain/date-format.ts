import { languageOf, LOCALE_TAGS } from "./locale";

const made = new Map<string, Intl.DateTimeFormat>();

/** A format for dates. Each takes a moment to make and is wanted for every row of a list, so that equal ones are one. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(LOCALE_TAGS[languageOf(locale)], options);
  made.set(key, format);
  return format;
}
