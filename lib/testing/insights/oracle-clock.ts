import { TZDate } from "@date-fns/tz";
import type { Cast } from "./make-cast";

const DAY = 86_400_000;
type Member = Cast["members"][number];

/** The instant (ms) of a wall time in a zone. */
export function wallInstant(zone: string, day: string, hour = 0, minute = 0): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new TZDate(year, month - 1, date, hour, minute, zone).getTime();
}

const days = new Map<string, string>();

/** The day that a zone's calendars show at an instant; remembered, since many ask. */
export function dayIn(zone: string, at: number): string {
  const key = `${zone} ${at}`;
  const day = days.get(key) ?? dayShown(new TZDate(at, zone));
  days.set(key, day);
  return day;
}

const dayShown = (shown: TZDate): string =>
  [shown.getFullYear(), shown.getMonth() + 1, shown.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

export const nextDay = (day: string, by = 1): string => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);

const known = new Map<string, [number, number] | null>();

type Worker = Pick<Member, "id" | "workDays" | "workStart" | "workEnd" | "timeZone">;

/** When somebody works on a day; null on a free one. */
function shiftOn({ id, workDays, workStart, workEnd, timeZone }: Worker, day: string): [number, number] | null {
  const key = `${id} ${day}`;
  if (known.has(key)) return known.get(key)!;
  const weekday = new Date(day).getUTCDay() || 7;
  const at = (time: string) => wallInstant(timeZone!, day, Number(time.slice(0, 2)), Number(time.slice(3)));
  const shift: [number, number] | null = workDays!.includes(weekday) ? [at(workStart!), at(workEnd!)] : null;
  known.set(key, shift);
  return shift;
}

/** Who is nobody works nine hours from Monday to Friday where the reader is. */
const nobody = (timeZone: string): Worker => ({
  id: `nobody ${timeZone}`,
  workDays: [1, 2, 3, 4, 5],
  workStart: "09:00",
  workEnd: "18:00",
  timeZone,
});

/** Working time (ms) day by day. */
export function workedBetween(member: Member | undefined, from: number, to: number, readersZone: string): number {
  let worked = 0;
  const last = nextDay(dayIn("UTC", to), 1);
  for (let day = nextDay(dayIn("UTC", from), -1); day <= last; day = nextDay(day)) {
    const shift = shiftOn(member ?? nobody(readersZone), day);
    if (shift) worked += Math.max(0, Math.min(to, shift[1]) - Math.max(from, shift[0]));
  }
  return worked;
}
