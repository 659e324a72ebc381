import { plainClock } from "./natural-time-clock";
import { GERMAN_DAY, plainGerman } from "./natural-time-german";
import { tidy, word } from "./natural-time-text";

/** What people say of a time beside its day and clock, in English and the basics of German. All of it in lower case. */

const THEIRS = word(
  "(?:in )?theirs?(?: (?:local )?time)?|for them|(?:nach )?(?:ihre|ihrer|deren|seine|seiner) (?:orts)?zeit|ortszeit|bei (?:ihnen|ihm|ihr)",
);
const OURS = word(
  "(?:in )?(?:mine|ours|(?:my|our)(?: (?:local )?time)?)|(?:nach )?(?:meine|meiner|unsere|unserer) zeit|bei (?:mir|uns)",
);

/** Takes the words that say whose clock is meant out of a text; a place is the one that a zone is named after. */
export function withoutClockOwner(
  text: string,
  places: { theirs: string | null; ours: string },
): { rest: string; owner: "theirs" | "ours" | null } {
  const named = (place: string) => word(`(?:in )?${escaped(place.toLowerCase())}(?: time)?`);
  const choices = [
    [THEIRS, "theirs"],
    [OURS, "ours"],
    ...(places.theirs ? [[named(places.theirs), "theirs"] as const] : []),
    [named(places.ours), "ours"],
  ] as const;
  const [words, owner] = choices.find(([each]) => each.test(text)) ?? [null, null];
  return words ? { rest: tidy(text.replace(words, " ")), owner } : { rest: text, owner: null };
}

const ENGLISH = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const GERMAN = ["eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"];
const ONE = ["a", "an", "ein", "einem", "einer"].map((name) => [name, 1] as const);
const NUMBERS = new Map([
  ...ONE,
  ...[ENGLISH, GERMAN].flatMap((names) => names.map((name, at) => [name, at + 1] as const)),
]);
const AMOUNT = `\\d+(?:[.,]\\d+)?|${[...NUMBERS.keys()].join("|")}`;
const MINUTES = "minutes?|mins?|m|minuten?";
const HOURS = "hours?|hrs?|h|stunden?|std";
const SPAN = new RegExp(`(${AMOUNT}) ?(?:(${HOURS})|(${MINUTES}))(?!\\p{L})`, "gu");
const ONLY_SPANS = new RegExp(`^(?:(?:${AMOUNT}) ?(?:${HOURS}|${MINUTES})(?: and | und |, | )?)+$`, "u");

/** How long "in 2 hours" or "90 minutes from now" is, in minutes; null when the text says something else. */
export function minutesToWait(text: string): number | null {
  const span =
    /^in (.+)$/.exec(text)?.[1] ??
    /^(.+) (?:from now|later)$/.exec(text)?.[1] ??
    // "30m" alone is a span; "2h" alone may be a time of the day.
    new RegExp(`^\\d+ ?(?:${MINUTES})$`, "u").exec(text)?.[0];
  const plain = span
    ?.replace(/half an hour|(?:einer |ner )?halben stunde/, "30 minutes")
    .replace(/^(?:a )?couple(?: of)? /, "2 ");
  if (!plain || !ONLY_SPANS.test(plain)) return null;
  return [...plain.matchAll(SPAN)].reduce((sum, [, amount, hours]) => sum + amountOf(amount) * (hours ? 60 : 1), 0);
}

const PART_OF_DAY = word("(?:\\d+[.,]\\d+|half an?|einem halben) (?:days?|weeks?|tage?n?|wochen?)");

/** "In 2.5 days": no clock says when that is. */
export const isPartOfDay = (text: string): boolean => PART_OF_DAY.test(text);

const BUSINESS_DAYS = word(`(?:in )?(${AMOUNT}) (?:(?:business|working|work) ?days?|werktage?n?|arbeitstage?n?)`);
const NEXT_BUSINESS_DAY = word("(?:the )?next (?:business|working) day|(?:am )?nächste[nr]? (?:werktag|arbeitstag)");

/** Takes "in 3 business days" out of a text. */
export function withoutBusinessDays(text: string): { rest: string; days: number | null } {
  const found = BUSINESS_DAYS.exec(text);
  if (found) return { rest: tidy(text.replace(BUSINESS_DAYS, " ")), days: Math.floor(amountOf(found[1])) };
  if (!NEXT_BUSINESS_DAY.test(text)) return { rest: text, days: null };
  return { rest: tidy(text.replace(NEXT_BUSINESS_DAY, " ")), days: 1 };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L}|\\d(?:st|nd|rd|th|\\.)? )((?:${MONTHS.join("|")})[a-z]*) (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.])`,
  "gu",
);
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?";

/** The text in words that the reader of dates knows. */
export function plainWords(text: string): string {
  return tidy(
    plainGerman(plainClock(tidy(text.toLowerCase())))
      .replace(/[’`]/g, "'")
      .replace(/(\d{1,2})h(\d{2})(?!\d)/g, "$1:$2")
      // Days come before months here; else "nov 24" is a November of the year 2024.
      .replace(MONTH_FIRST, "$2 $1")
      // Else "24 nov at 10" is a day of the year 2010.
      .replace(/(?<!\p{L})at (\d{1,2})(?![\d:.]| ?[ap]\.?m)/gu, "at $1:00")
      // A day the German way, without its year.
      .replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)/g, (all, day, month) => {
        const name = MONTHS[Number(month) - 1];
        return name ? `${day} ${name} ` : all;
      })
      .replace(word("(?:the )?day after tomorrow"), "in 2 days")
      .replace(word(`next week (?:on )?(${WEEKDAY})`), "$1 next week")
      .replace(
        new RegExp(`(?<!day |(?:mon|tue|wed|thu|fri|sat|sun) )(?:next week|nächste woche)`, "u"),
        "monday next week",
      ),
  );
}

/** Says that a time lies behind: nothing is sent then. */
export const isAboutThePast = (text: string): boolean =>
  word(
    `last|previous|ago|yesterday|(?:vor)?gestern|letzten?|vor (?:${AMOUNT}) (?:minuten?|stunden?|tage?n?|wochen?|monate?n?)`,
  ).test(text);

/** A bare hour, as in "tomorrow 14" or "freitag 9 uhr". */
export function bareHour(text: string): string | null {
  const hour = /^(\d{1,2})(?: ?(?:h|uhr|o'clock))?$/.exec(text)?.[1];
  return hour && Number(hour) < 24 ? `${hour.padStart(2, "0")}:00` : null;
}

const COMING = word(`(?:(?:this|the) )?coming(?= ${WEEKDAY}(?!\\p{L}))|kommende[nrms]?(?= ${GERMAN_DAY}(?!\\p{L}))`);

/** Takes "coming" out of "coming friday": the next one, which is not today. */
export function withoutComing(text: string): { rest: string; isComing: boolean } {
  return { rest: tidy(text.replace(COMING, " ")), isComing: COMING.test(text) };
}

const WEEKS = word(`in (\\d+|${[...NUMBERS.keys()].join("|")}) (?:weeks?|wochen?)`);
const ANY_WEEKDAY = word(`${WEEKDAY}|${GERMAN_DAY}`);

/** Takes "in 2 weeks" out of "monday in 2 weeks", the Monday that comes two weeks after the next. */
export function withoutWeeks(text: string): { rest: string; weeks: number | null } {
  const amount = ANY_WEEKDAY.test(text) ? WEEKS.exec(text)?.[1] : undefined;
  return amount ? { rest: tidy(text.replace(WEEKS, " ")), weeks: amountOf(amount) } : { rest: text, weeks: null };
}

const ANY_MONTH = new RegExp(`(?<!\\p{L})(?:${MONTHS.join("|")}|month)`, "u");
const DAY_OF_MONTH = /(?<![\p{L}\d.:])(?:the )?(\d{1,2})(?:st|nd|rd|th)(?![\p{L}\d])/u;

/** "The 16th" with its month and year: the next such day, today's own included. */
export function withMonth(text: string, today: string): string {
  const day = DAY_OF_MONTH.exec(text)?.[1];
  if (!day || ANY_MONTH.test(text)) return text;
  const [year = 0, month = 1] = today.split("-").map(Number);
  for (let ahead = 0; ahead < 3; ahead++) {
    const date = new Date(Date.UTC(year, month - 1 + ahead, Number(day)));
    const isThere = date.getUTCDate() === Number(day);
    if (isThere && date.toISOString().slice(0, 10) >= today)
      return text.replace(DAY_OF_MONTH, `${day} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`);
  }
  return text;
}

/** A text without the small words that may stand around a time. */
export const withoutFillers = (text: string): string =>
  tidy(text.replace(word("at|on|by|the|around|about|um|am|gegen|ab|uhr"), " ").replace(/[,;.]+/g, " "));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

const amountOf = (amount = ""): number => NUMBERS.get(amount) ?? Number(amount.replace(",", "."));
