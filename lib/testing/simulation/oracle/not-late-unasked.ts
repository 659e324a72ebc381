import { factsOf } from "../facts";
import { iso, type Complaint } from "./complaint";
import type { Told } from "./stories";
import { shownAt } from "./wall-clock";
import { isWritable } from "./within-limits";

const HOUR = 3_600_000;
const QUARTER = 900_000;

/** What a standstill has made late, so that it could not leave on its day any more, leaves only when a person has said so. */
export function notLateUnasked({ stories, facts }: Told): Complaint[] {
  const standstills = factsOf(facts, "standstill");
  return stories.flatMap((step) => {
    const [left] = step.left;
    if (left === undefined || !step.row || step.origin === "composer" || step.acts.length > 0) return [];
    const due = step.row.dueAt.getTime();
    const during = standstills.find(({ at, until }) => at <= due && due < until && until < left);
    if (!during) return [];
    // By quarters of hours, which all windows begin at.
    let opens = due;
    while (step.origin === "machine" && opens < during.until && !isWritable(step, opens))
      opens = Math.floor(opens / QUARTER + 1) * QUARTER;
    const zone = step.lead.timeZone!;
    const isOver = shownAt(opens, zone).date < shownAt(during.until, zone).date;
    if (opens > during.until - HOUR || !isOver) return [];
    const detail = `due ${iso(due)}, could leave ${iso(opens)}, left ${iso(left)} after a standstill until ${iso(during.until)}`;
    return [{ rule: "late and nobody was asked", step, detail }];
  });
}
