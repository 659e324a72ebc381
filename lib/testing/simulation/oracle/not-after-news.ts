import { iso, type Complaint } from "./complaint";
import { dayPlus, shownAt } from "./wall-clock";
import { isByPerson, type LetterStory, type Story, type Told } from "./stories";

/** Before a claim all mailboxes of the lead were read at most this long ago. */
const READ_BEFORE_MS = 2 * 60_000;

/** No step leaves after an answer, a bounce or an unsubscription that was known or could be read, nor while its lead is away. */
export function notAfterNews({ stories, letters }: Told): Complaint[] {
  return stories.flatMap((step) => {
    const [left] = step.left;
    if (left === undefined || isByPerson(step, left)) return [];
    return (letters.get(step.lead.id) ?? []).flatMap((letter) => complaintOf(step, letter, left));
  });
}

function complaintOf(step: Story, letter: LetterStory, left: number): Complaint[] {
  const wasReadable = (letter.readAt !== null && letter.readAt < left) || letter.laidAt <= left - READ_BEFORE_MS;
  if (!wasReadable) return [];
  const detail = `left ${iso(left)}, ${letter.what} came ${iso(letter.laidAt)}, read ${letter.readAt && iso(letter.readAt)}`;
  if (letter.what === "away") return isAwayThen(step, letter, left) ? [{ rule: "while away", step, detail }] : [];
  // What was read before the plan was made is known to who made it.
  const isNews = letter.readAt === null || letter.readAt > step.chain.at;
  return letter.what !== "answer" || isNews ? [{ rule: `after ${letter.what}`, step, detail }] : [];
}

/** The day of the return is not over the sea of clocks: it begins on the lead's own. */
function isAwayThen({ chain, lead, acts }: Story, { readAt, returnDate }: LetterStory, left: number): boolean {
  if (chain.awayRule === "keep" || returnDate === null || readAt === null) return false;
  if (readAt < chain.at || readAt > left) return false;
  // Who gives a step another time after that knows of the absence.
  if (acts.some(({ at, act }) => act === "rescheduled" && at > readAt)) return false;
  return shownAt(left, lead.timeZone!).date <= dayPlus(returnDate, -1);
}
