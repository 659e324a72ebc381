import { iso, type Complaint } from "./complaint";
import { shownAt } from "./wall-clock";
import { isByPerson, type Story, type Told } from "./stories";

type Hours = { windowDays: number[] | null; windowStart: string | null; windowEnd: string | null };

/** The machine writes within the mailbox's hours, the campaign's on the lead's clock, on no weekend of the lead's, within cap and gap. */
export function withinLimits({ stories }: Told): Complaint[] {
  const leavings = stories.flatMap((step) => step.left.map((at) => ({ step, at }))).toSorted((a, b) => a.at - b.at);
  return leavings.flatMap(({ step, at }, index) => {
    // A single reply `if_no_reply` leaves at the time that a person chose for it.
    if (step.origin === "api" || isByPerson(step, at)) return [];
    const before = leavings.slice(0, index).filter((other) => other.step.mailbox.id === step.mailbox.id);
    return [...outside(step, at), ...tooMany(step, at, before), ...tooSoon(step, at, before)];
  });
}

function outside(step: Story, at: number): Complaint[] {
  if (isWritable(step, at)) return [];
  const { mailbox, lead } = step;
  const [own, theirs] = [shownAt(at, mailbox.timeZone), shownAt(at, lead.timeZone!)];
  const detail = `${iso(at)}: ${own.time} of day ${own.weekday} in ${mailbox.timeZone}, ${theirs.time} of ${theirs.weekday} in ${lead.timeZone}`;
  return [{ rule: "outside its window", step, detail }];
}

/** Whether mailbox and campaign are open at an instant, and it is no weekend of the lead's unless a window names the day. */
export function isWritable({ mailbox, campaign, lead }: Story, at: number): boolean {
  const own = shownAt(at, mailbox.timeZone);
  const theirs = shownAt(at, lead.timeZone!);
  const named = hasHours(campaign) ? campaign.windowDays : mailbox.windowDays;
  const isFree = theirs.weekday > 5 && !(named ?? []).includes(theirs.weekday);
  return isOpen(mailbox, own) && isOpen(campaign, theirs) && !isFree;
}

const hasHours = ({ windowDays, windowStart, windowEnd }: Hours): boolean =>
  windowDays !== null && windowStart !== null && windowEnd !== null;

function isOpen(hours: Hours, { time, weekday }: { time: string; weekday: number }): boolean {
  if (!hasHours(hours)) return true;
  return hours.windowDays!.includes(weekday) && time >= hours.windowStart! && time < hours.windowEnd!;
}

function tooMany(step: Story, at: number, before: { at: number }[]): Complaint[] {
  const { dailyCap, timeZone } = step.mailbox;
  if (dailyCap === null) return [];
  const today = shownAt(at, timeZone).date;
  const count = before.filter((other) => shownAt(other.at, timeZone).date === today).length;
  return count < dailyCap
    ? []
    : [{ rule: "over the cap", step, detail: `number ${count + 1} of ${dailyCap} on ${today}` }];
}

function tooSoon(step: Story, at: number, before: { at: number }[]): Complaint[] {
  const last = before.at(-1)?.at ?? 0;
  const seconds = (at - last) / 1000;
  if (seconds >= step.mailbox.minimumGap) return [];
  return [
    {
      rule: "within the gap",
      step,
      detail: `${iso(at)}, ${seconds} s of ${step.mailbox.minimumGap} s after the one before`,
    },
  ];
}
