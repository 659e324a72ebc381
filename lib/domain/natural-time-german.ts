const ENGLISH_DAYS = { mo: "mon", di: "tue", mi: "wed", do: "thu", fr: "fri", sa: "sat", so: "sun" };
const DAY = "(mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|so(?:nntag)?)";
const HOURS = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");

const SHORT_DAY = new RegExp(`(?<!\\p{L})(mo|di|mi|do|fr|sa|so)\\.(?!\\p{L})`, "gu");
const NEXT_DAY = new RegExp(`(?<!\\p{L})(?:nächste|kommende)[nrms]?(?= ${DAY}(?!\\p{L}))`, "gu");
const NEXT_WEEK = /(?<!\p{L})(?:in der )?(?:nächste|kommende)n?(?= woche(?!\p{L}))/gu;
const DAY_OF_NEXT_WEEK = [
  new RegExp(`(?<!\\p{L})nächste woche (?:am )?${DAY}(?!\\p{L})`, "u"),
  new RegExp(`(?<!\\p{L})${DAY} nächste woche(?!\\p{L})`, "u"),
];
const HALF_HOUR = new RegExp(`(?<!\\p{L})halb (${HOURS.join("|")}|\\d{1,2})(?![\\p{L}\\d:])`, "gu");

/** A text in lower case with the German ways of saying a day or an hour that the reader of dates takes for something else in ones that it knows. */
export function plainGerman(text: string): string {
  const plain = text
    .replace(SHORT_DAY, "$1")
    .replace(NEXT_DAY, "nächsten")
    .replace(NEXT_WEEK, "nächste")
    .replace(/(?<!\p{L})heute (?=in (?:\d|\p{L}))/u, "")
    .replace(/(?:anderthalb|eineinhalb) stunden/u, "90 minuten")
    // "Halb zehn" is half an hour before ten, and "halb eins" is at noon.
    .replace(HALF_HOUR, (_, hour: string) => `${(HOURS.indexOf(hour) + 1 || Number(hour)) - 1 || 12}:30`)
    .replace(/(?<![\d:.])(\d{1,2}) ?uhr ?(\d{2})(?!\d)/gu, "$1:$2")
    .replace(/(?<=\d:\d{2}) ?uhr(?!\p{L})/gu, "")
    // Else "24. november 10 uhr" is a day of the year 2010.
    .replace(/(?<![\d:.])(\d{1,2}) ?uhr(?!\p{L})/gu, "$1:00")
    .replace(/(?<!\p{L})um (\d{1,2})(?![\d:.])/gu, "$1:00")
    .replace(/(?<!\p{L})um (?=\d{1,2}:\d{2})/gu, "");
  return DAY_OF_NEXT_WEEK.reduce((said, pattern) => said.replace(pattern, inEnglish), plain);
}

const inEnglish = (_: string, day: string): string =>
  `${ENGLISH_DAYS[day.slice(0, 2) as keyof typeof ENGLISH_DAYS]} next week`;
