import type { ApprovalConditions, ReviewCause } from "./review";
import type { Role } from "./roles";
import { wallTimeOf, weekdayOf } from "./wall-time";

/** What is known of a reply when it is handed in, as far as rules ask for it. */
export type ApprovalFacts = {
  author: {
    id: string;
    role: Role;
    joinedAt: Date;
    timeZone: string;
    /** ISO weekdays (1 is Monday) and wall times ("09:00"). */
    workDays: number[];
    workStart: string;
    workEnd: string;
  };
  campaignId: string | null;
  categoryId: string | null;
  /** Nothing of ours has answered the lead in this thread before. */
  isFirstReply: boolean;
  /** Subject and plain text, with those of the follow-ups that come along. */
  text: string;
  fileNames: string[];
  /** When it would leave, were it not looked at. */
  leavesAt: Date;
  now: Date;
};

export type JudgedRule = { id: string; name: string; conditions: ApprovalConditions };

/**
 * Which rules a reply is held by, each with those of its conditions that are worth saying: "new:12" (days left), "campaign", "first",
 * "words:price", "files:pdf" ("files" for any), "hours", "person". All that a rule sets must hold; one that sets nothing holds nobody.
 */
export function rulesThatHold(rules: JudgedRule[], facts: ApprovalFacts): ReviewCause[] {
  return rules
    .filter(({ conditions }) => isBound(conditions, facts.author))
    .flatMap(({ id, name, conditions }) => {
      const because = becauseOf(conditions, facts);
      return because ? [{ kind: "rule" as const, ruleId: id, name, because }] : [];
    });
}

/** Rules bind who may not decide about replies themselves; others only where a rule names them. */
const isBound = ({ memberIds }: ApprovalConditions, { id, role }: ApprovalFacts["author"]): boolean =>
  role === "sdr" ? memberIds.length === 0 || memberIds.includes(id) : memberIds.includes(id);

/** Null where one of the conditions does not hold, or none is set. */
function becauseOf(conditions: ApprovalConditions, facts: ApprovalFacts): string[] | null {
  const asked = [
    conditions.newForDays === null ? null : newness(conditions.newForDays, facts),
    conditions.campaignIds.length === 0 ? null : has(conditions.campaignIds, facts.campaignId, "campaign"),
    conditions.firstReplyCategoryIds.length === 0
      ? null
      : facts.isFirstReply && has(conditions.firstReplyCategoryIds, facts.categoryId, "first"),
    conditions.words.length === 0 ? null : foundWords(conditions.words, facts.text),
    conditions.attachments === null ? null : foundFiles(conditions.attachments, facts.fileNames),
    conditions.isOutsideHours ? isOutside(facts) && "hours" : null,
    // Whom it names has been asked already.
    conditions.memberIds.length === 0 ? null : "person",
  ].filter((each) => each !== null);
  if (asked.length === 0 || asked.includes(false)) return null;
  return asked.filter((each) => each !== false);
}

const has = (ids: string[], id: string | null, because: string): string | false =>
  id !== null && ids.includes(id) && because;

function newness(days: number, { author, now }: ApprovalFacts): string | false {
  const left = days - (now.getTime() - author.joinedAt.getTime()) / DAY_MS;
  return left > 0 && `new:${Math.ceil(left)}`;
}

/** Whole words, so that "price" is not found in "priceless"; signs and other scripts are taken as they stand. */
function foundWords(words: string[], text: string): string | false {
  const found = words.find((word) => {
    const edge = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const before = edge(word[0]) ? String.raw`(?<![\p{L}\p{N}])` : "";
    const after = edge(word.at(-1)) ? String.raw`(?![\p{L}\p{N}])` : "";
    return new RegExp(`${before}${escaped}${after}`, "iu").test(text);
  });
  return found !== undefined && `words:${found}`;
}

function foundFiles(wanted: "any" | string[], names: string[]): string | false {
  if (wanted === "any") return names.length > 0 && "files";
  const found = wanted.find((ending) => names.some((name) => name.toLowerCase().endsWith(`.${ending.toLowerCase()}`)));
  return found !== undefined && `files:${found}`;
}

function isOutside({ author, leavesAt }: ApprovalFacts): boolean {
  const { date, time } = wallTimeOf(leavesAt, author.timeZone);
  return !author.workDays.includes(weekdayOf(date)) || time < author.workStart || time >= author.workEnd;
}

const DAY_MS = 86_400_000;
