/**
 * Reads a time of day as people type it, in English and German alike: "9", "9:30", "930", "14.30", "9am", "9:30 pm", "14h30",
 * "9 Uhr", "noon".
 * @returns HH:mm; null for what is no time
 */
export function readTypedTime(text: string): string | null {
  const said = text.trim().toLowerCase().replace(/\s+/g, " ");
  const named = NAMED.get(said);
  if (named) return named;
  const found = /^(\d{1,2})(?: ?[:.h] ?(\d\d)|(\d\d))? ?(?:([ap])\.? ?m\.?|h|uhr|o'clock)?$/.exec(said);
  if (!found) return null;
  const [, hour, minute, joined, half] = found;
  return clock(Number(hour), Number(minute ?? joined ?? 0), half);
}

const NAMED = new Map([
  ...["noon", "midday", "mittag", "mittags"].map((word) => [word, "12:00"] as const),
  ...["midnight", "mitternacht"].map((word) => [word, "00:00"] as const),
]);

function clock(hour: number, minute: number, half: string | undefined): string | null {
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null;
  const ofDay = half ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
  return `${String(ofDay).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
