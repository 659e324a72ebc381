import { tidy, word } from "./natural-time-text";

/** A day without a time means its morning. */
const MORNING = "09:00";

/**
 * A part of the day, and the time that is meant when none is said. What is said lies in its hours, from and up to these, which go
 * past 24 where it ends on the next day; without them it is a time by itself, and no other one is said beside it.
 */
type DayPart = { words: RegExp; time: string; hours: [number, number] | null; instead: string };

const TODAY = "(?:tonight|today|heute(?: nacht| abend)?)";

const DAY_PARTS: DayPart[] = [
  {
    words: word(`(?:${TODAY} (?:at |um )?)?(?:12 )?(?:midnight|mitternacht)(?: ${TODAY})?`),
    time: "00:00",
    hours: null,
    instead: "",
  },
  {
    words: word("eod|cob|end of (?:the )?(?:business |working )?day|close of business|(?:zum )?feierabend"),
    time: "17:00",
    hours: null,
    instead: "",
  },
  { words: word("tonight"), time: "20:00", hours: [17, 29], instead: "today" },
  { words: word("(?:at )?night"), time: "20:00", hours: [17, 29], instead: "" },
  { words: word("nacht"), time: "20:00", hours: [20, 30], instead: "" },
  { words: word("(?:in the )?morning|first thing|vormittags?|früh"), time: "09:00", hours: [0, 12], instead: "" },
  { words: word("(?:in the )?afternoon|nachmittags?"), time: "14:00", hours: [12, 20], instead: "" },
  { words: word("(?:in the )?evening|abends?"), time: "18:00", hours: [16, 25], instead: "" },
  { words: word("noon|midday|mittags?"), time: "12:00", hours: [11, 16], instead: "" },
];

/** Takes "in the afternoon" out of a text and says what it means. */
export function withoutDayPart(text: string): { rest: string; part: DayPart | null } {
  const part = DAY_PARTS.find(({ words }) => words.test(text));
  return part ? { rest: tidy(text.replace(part.words, part.instead)), part } : { rest: text, part: null };
}

/**
 * The time that is meant: "at 7" in the evening is 19:00, "at 1" in the night lies on the next day.
 * @param isExact whether it was said with am, or pm
 * @returns null when there is no such time in this part of the day
 */
export function timeIn(
  part: DayPart | null,
  said: string | null,
  isExact: boolean,
): { time: string; isNextDay: boolean } | null {
  if (!said || !part) return { time: said ?? part?.time ?? MORNING, isNextDay: false };
  const [from, end] = part.hours ?? [0, 0];
  const hour = Number(said.slice(0, 2));
  const inEvening = hour < 12 && !isExact ? [hour + 12] : [];
  const afterMidnight = hour <= 12 ? [(hour % 12) + 24] : [];
  const meant = [hour, ...inEvening, ...afterMidnight].find((each) => each >= from && each < end);
  if (meant === undefined) return null;
  return { time: `${String(meant % 24).padStart(2, "0")}${said.slice(2)}`, isNextDay: meant >= 24 };
}
