import { wallTimeOf } from "@/lib/domain/wall-time";

/** By how many hours a zone's clocks run before another's at an instant, to the half hour. */
export function hoursAhead(zone: string, ofZone: string, at: Date): number {
  const clock = (name: string) => {
    const { date, time } = wallTimeOf(at, name);
    return Date.parse(`${date}T${time}:00Z`);
  };
  return Math.round((clock(zone) - clock(ofZone)) / 1_800_000) / 2;
}
