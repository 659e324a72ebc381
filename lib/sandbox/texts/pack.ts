export const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "tr", "ar", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a lead's first answer is about; the words of the categories' kinds. */
export type Intent = "interested" | "meeting" | "info" | "not" | "dnc" | "wrong" | "none";
/** What a lead says later on. */
export type Turn = "agree" | "question" | "internal" | "thanks" | "later" | "colleague";

/** One language's hand-written parts: templates as `write` reads them, without greeting and closing unless told. */
export type Pack = {
  code: Language;
  locale: string;
  direction: "ltr" | "rtl";
  /** What the leads' mail programs put before a subject. */
  replyPrefix: string;
  subjects: string[];
  /** Noun phrases that can be a sentence's subject. */
  machines: string[];
  days: string[];
  /** Ours to the lead, and the lead's to us; an empty one is common in haste. */
  hello: string[];
  helloBack: string[];
  bye: string[];
  byeBack: string[];
  attribution: string;
  sentFromPhone: string;
  cold: string[];
  nudges: string[];
  theirs: Record<Intent, string[]>;
  ours: Record<Exclude<Intent, "dnc" | "none">, string[]>;
  next: Record<Turn, string[]>;
  /** Our answer to each of those turns. */
  onward: Record<Exclude<Turn, "thanks">, string[]>;
  outOfOffice: string[];
  outOfOfficeSubject: string;
};
