import { dateFormat } from "@/lib/domain/date-format";
import { placeOf, sameClock } from "@/lib/domain/wall-time";

/** A time in one zone: in full ("Thu 19 Nov, 09:10", in German "Do 19. Nov., 09:10"), short for buttons ("Thu 09:10"), and clock ("09:10") and day ("19 Nov") alone. */
export type ClockWords = { full: string; short: string; clock: string; day: string; place: string };

const WEEK_MS = 6 * 86_400_000;

const HALF_A_YEAR_MS = 183 * 86_400_000;

/** An instant as a zone's clock shows it. Within six days the weekday is enough, later the date is said, and half a year away its year. */
export function clockWords(instant: Date, zone: string, now: Date, locale = "en"): ClockWords {
  const parts = partsOf(instant, zone, locale);
  const clock = `${parts.hour}:${parts.minute}`;
  const distance = Math.abs(instant.getTime() - now.getTime());
  const year = distance > HALF_A_YEAR_MS ? ({ year: "numeric" } as const) : {};
  const day = dateFormat(locale, { timeZone: zone, day: "numeric", month: "short", ...year }).format(instant);
  // German ends a short weekday with a point beside other figures, and without one alone.
  const weekday = parts.weekday?.replace(".", "");
  const isNear = distance < WEEK_MS;
  return {
    full: `${weekday} ${day}, ${clock}`,
    short: isNear ? `${weekday} ${clock}` : `${day}, ${clock}`,
    clock,
    day,
    place: placeOf(zone),
  };
}

/** The time of day, as in "Saved 09:51". */
export function clockOf(instant: Date, zone: string, locale = "en"): string {
  const { hour, minute } = partsOf(instant, zone, locale);
  return `${hour}:${minute}`;
}

/**
 * Both clocks of a time that concerns a lead: theirs first, ours beside it.
 * `ours` is null when it shows the same or theirs is unknown (then `theirs` is ours).
 */
export function bothClocks(
  instant: Date,
  zones: { theirs: string | null; ours: string },
  now: Date,
  locale = "en",
): { first: ClockWords; isTheirs: boolean; second: ClockWords | null } {
  const { theirs, ours } = zones;
  if (!theirs) return { first: clockWords(instant, ours, now, locale), isTheirs: false, second: null };
  const isSame = sameClock(theirs, ours, instant);
  return {
    first: clockWords(instant, theirs, now, locale),
    isTheirs: true,
    second: isSame ? null : clockWords(instant, ours, now, locale),
  };
}

function partsOf(instant: Date, zone: string, locale: string): Record<string, string> {
  const format = dateFormat(locale, {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** The day alone: "19 Nov 2026". */
export function dayWords(instant: Date, zone: string, locale = "en"): string {
  return dateFormat(locale, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(instant);
}
