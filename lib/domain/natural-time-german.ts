const ENGLISH_DAYS = { mo: "mon", di: "tue", mi: "wed", do: "thu", fr: "fri", sa: "sat", so: "sun" };
export const GERMAN_DAY =
  "(?:mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|so(?:nntag)?)";
const DAY = `(${GERMAN_DAY})`;
const MONTH = "jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|o[ck]t|nov|de[cz]";

const SHORT_DAY = new RegExp(`(?<!\\p{L})(mo|di|mi|do|fr|sa|so)\\.(?!\\p{L})`, "gu");
const NEXT_DAY = new RegExp(`(?<!\\p{L})nächste[nrms]?(?= ${DAY}(?!\\p{L}))`, "gu");
const NEXT_WEEK = /(?<!\p{L})(?:in der )?(?:nächste|kommende)n?(?= woche(?!\p{L}))/gu;
const DAY_OF_NEXT_WEEK = [
  new RegExp(`(?<!\\p{L})nächste woche (?:am )?${DAY}(?!\\p{L})`, "u"),
  new RegExp(`(?<!\\p{L})${DAY} nächste woche(?!\\p{L})`, "u"),
];
const PART_OF_WEEKDAY =
  /(?<=(?<!\p{L})(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch))(?=(?:morgen|vormittag|mittag|nachmittag|abend|nacht)(?!\p{L}))/gu;
const MORNING_OF_WEEKDAY = new RegExp(`(?<=(?<!\\p{L})${DAY} )morgen(?!\\p{L})`, "gu");
const DAY_OF_MONTH = [
  new RegExp(`(?<!\\p{L})(?:am|den|dem|der) (\\d{1,2})\\.?(?![\\d:./\\p{L}-])(?! ?(?:${MONTH}|uhr))`, "gu"),
  new RegExp(`(?<=(?<!\\p{L})${GERMAN_DAY},? )(\\d{1,2})\\.(?![\\d.])(?! ?(?:${MONTH}))`, "gu"),
];
const DAY_WITH_DATE = new RegExp(`(?<!\\p{L})${DAY},? (?:den |dem )?(?=the \\d|\\d{1,2}\\.\\d{1,2}\\.)`, "gu");

/** A text in lower case with the German ways of saying a day or an hour that the reader of dates takes for something else in ones that it knows. */
export function plainGerman(text: string): string {
  const plain = text
    .replace(SHORT_DAY, "$1")
    .replace(PART_OF_WEEKDAY, " ")
    .replace(MORNING_OF_WEEKDAY, "früh")
    .replace(DAY_OF_MONTH[0]!, "the $1th")
    .replace(DAY_OF_MONTH[1]!, "the $1th")
    .replace(DAY_WITH_DATE, (_, day: string) => `${inEnglish(day)} `)
    .replace(NEXT_DAY, "nächsten")
    .replace(NEXT_WEEK, "nächste")
    .replace(/(?<!\p{L})heute (?=in (?:\d|\p{L}))/u, "")
    .replace(/(?:anderthalb|eineinhalb) stunden/u, "90 minuten")
    .replace(/(?<![\d:.])(\d{1,2}) ?uhr ?(\d{2})(?!\d)/gu, "$1:$2")
    .replace(/(?<=\d:\d{2}) ?uhr(?!\p{L})/gu, "")
    // Else "24. november 10 uhr" is a day of the year 2010.
    .replace(/(?<![\d:.])(\d{1,2}) ?uhr(?!\p{L})/gu, "$1:00")
    .replace(/(?<!\p{L})um (\d{1,2})(?![\d:.])/gu, "$1:00")
    .replace(/(?<!\p{L})um (?=\d{1,2}:\d{2})/gu, "");
  return DAY_OF_NEXT_WEEK.reduce(
    (said, pattern) => said.replace(pattern, (_, day: string) => `${inEnglish(day)} next week`),
    plain,
  );
}

const inEnglish = (day: string): string => ENGLISH_DAYS[day.slice(0, 2) as keyof typeof ENGLISH_DAYS];
