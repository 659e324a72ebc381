import { dateFormat } from "@/lib/domain/date-format";

/** "Mon to Fri, 09:00 to 17:00" in figures: days that follow each other are joined ("Mon–Wed, Fri"). */
export function windowWords(
  { days, start, end }: { days: number[]; start: string; end: string },
  locale: string,
): string {
  const name = (day: number) =>
    // The 4th of January 2026 was a Sunday.
    dateFormat(locale, { timeZone: "UTC", weekday: "short" })
      .format(Date.UTC(2026, 0, 4 + day))
      .replace(".", "");
  const runs = days.reduce<number[][]>((found, day) => {
    const last = found.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else found.push([day]);
    return found;
  }, []);
  const said = runs.map((run) => (run.length < 3 ? run.map(name).join(", ") : `${name(run[0]!)}–${name(run.at(-1)!)}`));
  return `${said.join(", ")}, ${start}–${end}`;
}
