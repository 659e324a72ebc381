import type { StepWait } from "@/lib/domain/follow-up";
import { iso, type Complaint } from "./complaint";
import { dayPlus, instantShowing, shownAt, weekdayOn } from "./wall-clock";
import type { Story, Told } from "./stories";

/** A step leaves no sooner than its wait after the one before, and is due at its time of the lead's day, whatever clocks did meanwhile. */
export function waitsKept({ stories }: Told): Complaint[] {
  return stories.flatMap((step) => {
    const [left] = step.left;
    if (left === undefined || !step.row || !step.wait || step.acts.length > 0) return [];
    return [
      ...atItsTime(step, step.wait, step.row.dueAt.getTime()),
      ...afterItsWait(step, step.wait, { left, stories }),
    ];
  });
}

function atItsTime(step: Story, { time }: StepWait, due: number): Complaint[] {
  const zone = step.lead.timeZone!;
  const { date, time: shown } = shownAt(due, zone);
  const first = instantShowing(date, time, zone);
  // What a clock skips comes a little later; nothing else does.
  const isSkipped = shownAt(first, zone).time !== time;
  if (due === first || (isSkipped && due > first && due - first <= HOUR)) return [];
  return [{ rule: "another time of the day", step, detail: `${shown}, not ${time}, ${zone}` }];
}

const HOUR = 3_600_000;

function afterItsWait(step: Story, wait: StepWait, { left, stories }: { left: number; stories: Story[] }): Complaint[] {
  const before = beginningOf(step, stories);
  if (before === null) return [];
  const zone = step.lead.timeZone!;
  const earliest = instantShowing(dayAfter(shownAt(before, zone).date, wait), wait.time, zone);
  if (left >= earliest) return [];
  return [{ rule: "before its wait", step, detail: `${iso(left)}, ${iso(earliest)} at the earliest, ${zone}` }];
}

/** From when a step's wait counts: when the one before left, or the plan. Null where a person has changed that. */
function beginningOf({ chain, index }: Story, stories: Story[]): number | null {
  if (index === 0) return chain.at;
  const before = stories.find((other) => other.chain === chain && other.index === index - 1);
  return before?.left[0] ?? null;
}

function dayAfter(date: string, { count, unit }: StepWait): string {
  if (unit !== "business_days") return dayPlus(date, unit === "weeks" ? count * 7 : count);
  let day = date;
  for (let passed = 0; passed < count;) {
    day = dayPlus(day, 1);
    if (weekdayOn(day) <= 5) passed++;
  }
  return day;
}
