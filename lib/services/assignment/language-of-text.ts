import { franc } from "franc";
import type { ReplyLanguage } from "@/lib/domain/reply-language";

/** ISO 639-3, as the detector says it. */
const LANGUAGES: Record<string, ReplyLanguage> = {
  eng: "en",
  deu: "de",
  fra: "fr",
  spa: "es",
  ita: "it",
  nld: "nl",
  por: "pt",
  pol: "pl",
  ces: "cs",
  swe: "sv",
  dan: "da",
  nob: "nb",
  fin: "fi",
  hun: "hu",
  ron: "ro",
  tur: "tr",
  ell: "el",
  ukr: "uk",
  rus: "ru",
  bul: "bg",
};
const ONLY = Object.keys(LANGUAGES);

/** Shorter ones tell nothing: "Thanks, tell me more." reads like five languages. */
const LEAST_LETTERS = 24;
const MOST = 2000;

/** The language that somebody has written in, null where the text is too short to tell. */
export function languageOfText(text: string): ReplyLanguage | null {
  const words = text.replaceAll(/https?:\S+|\S+@\S+/gu, " ").slice(0, MOST);
  return LANGUAGES[franc(words, { only: ONLY, minLength: LEAST_LETTERS })] ?? null;
}
