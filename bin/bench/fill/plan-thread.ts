import type { CategoryKind } from "@/lib/domain/default-categories";
import type { Random } from "@/lib/sandbox/random";
import type { Direction } from "./prose";

export type PlannedMessage = {
  direction: Direction;
  sentAt: Date;
  /** The campaign's own step; null for what somebody wrote by hand, and for what came in. */
  step: number | null;
  isAutomatic: boolean;
};
export type PlannedThread = {
  kind: "lead" | "untracked" | "bulk";
  messages: PlannedMessage[];
  category: CategoryKind | null;
  /** A place in the list of people, or nobody. */
  assignee: number | null;
  isArchived: boolean;
  isUnread: boolean;
  isImportant: boolean;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PEOPLE = 5;

/** One to twelve messages, 3.7 on average. */
const LENGTHS = [
  [1, 18],
  [2, 20],
  [3, 19],
  [4, 13],
  [5, 10],
  [6, 7],
  [7, 4],
  [8, 3],
  [9, 2],
  [10, 2],
  [11, 1],
  [12, 1],
] as const;

const KINDS = [
  ["lead", 92],
  ["untracked", 4],
  ["bulk", 4],
] as const;

const CATEGORIES = [
  ["interested", 20],
  ["meeting", 14],
  ["info", 17],
  ["not", 13],
  ["dnc", 4],
  ["wrong", 7],
  ["none", 5],
  ["ooo", 6],
] as const satisfies (readonly [CategoryKind, number])[];

const OVER: (CategoryKind | null)[] = ["not", "dnc", "wrong"];

type Asked = { most?: number; length?: number };

/**
 * A thread's course and what people have done with it since, in the sandbox's proportions; with a length that is asked for it is a
 * lead's.
 */
export function planThread(random: Random, now: Date, { most = Number.POSITIVE_INFINITY, length: asked }: Asked = {}) {
  const kind: PlannedThread["kind"] = asked ? "lead" : random.weighted(KINDS);
  const length = asked ?? Math.min(kind === "lead" ? random.weighted(LENGTHS) : random.int(1, 2), most);
  const category = kind === "lead" && length > 1 ? random.weighted(CATEGORIES) : null;
  const messages = courseOf(random, now, { kind, length, isAway: category === "ooo" });
  const last = messages.at(-1)!;
  const age = now.getTime() - last.sentAt.getTime();
  const isTheirs = last.direction === "in";
  const archiving = age < 2 * DAY ? 0 : OVER.includes(category) ? 0.7 : age > 14 * DAY && !isTheirs ? 0.6 : 0.12;
  const isArchived = random.chance(archiving);
  const unread = age < 20 * HOUR ? 0.75 : age < 4 * DAY ? 0.3 : 0.03;
  return {
    kind,
    messages,
    category: random.chance(age < 20 * HOUR ? 0.5 : 0.07) ? null : category,
    assignee: kind === "lead" && random.chance(0.76) ? random.int(0, PEOPLE - 1) : null,
    isArchived,
    isUnread: isTheirs && !isArchived && random.chance(unread),
    isImportant: random.chance(0.06),
  } satisfies PlannedThread;
}

type Course = { kind: PlannedThread["kind"]; length: number; isAway: boolean };

function courseOf(random: Random, now: Date, { kind, length, isAway }: Course): PlannedMessage[] {
  const messages: PlannedMessage[] = [];
  // Dense in the last days, as a campaign in progress is.
  let at = now.getTime() - (0.01 + 60 * random.next() ** 2.6) * DAY;
  for (let index = 0; index < length; index++) {
    messages.push({ direction: "in", sentAt: new Date(at), step: null, isAutomatic: false });
    at -= HOUR * (0.5 + 60 * random.next() ** 2);
  }
  messages.reverse();
  if (kind !== "lead") return messages;
  let hasAnswered = false;
  let step = 1;
  for (const [index, message] of messages.entries()) {
    const former = messages[index - 1];
    const isOurs = !former || random.chance(former.direction === "in" ? 0.72 : 0.2);
    message.direction = isOurs ? "out" : "in";
    message.step = isOurs && !hasAnswered ? step++ : null;
    message.isAutomatic = !isOurs && !hasAnswered && isAway;
    hasAnswered ||= !isOurs;
  }
  return messages;
}
