/** Languages that a rule may ask for: those of the trade that are told apart by a text of a few lines. BCP 47 primary tags. */
export const REPLY_LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "cs",
  "sv",
  "da",
  "nb",
  "fi",
  "hu",
  "ro",
  "tr",
  "el",
  "uk",
  "ru",
  "bg",
] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];
