import { LOCALES, type Preferences } from "./preferences";

export type Locale = NonNullable<Preferences["locale"]>;

/** How dates and numbers of a language are written here: day before month and 24 hours in both. */
export const LOCALE_TAGS: Record<Locale, string> = { en: "en-GB", de: "de-DE" };

/** The language of a tag such as "de-DE", as `<html lang>` has it; English for one that the app does not speak. */
export const languageOf = (tag: string): Locale => LOCALES.find((locale) => tag.split("-")[0] === locale) ?? "en";
