import { ALL_KEY, type InsightCase, NONE_KEY, timesByKey } from "./insight-case";
import { dayAt, type DaySpan, type InsightSpan } from "./insight-span";
import { timeFigure, type TimeFigure } from "./time-figure";
import type { WorkingClock } from "./working-clock";

/**
 * A first answer: a lead writes and nobody answers yet, so that a wait begins; the first reply that a person writes ends it. What is
 * automatic begins none, and what is automatic, a forward, a step of a campaign or a follow-up of the machine's ends none. It counts
 * on the day of the answer, for who wrote it, and takes the working time of the thread's owner (who has none: of who answered;
 * who answered from another program: the standard hours) between the lead's message and the answer.
 */
export type Answer = {
  threadId: number;
  beganAt: number;
  answeredAt: number;
  ownerId: string | null;
  authorId: string | null;
};

export const personKey = (id: string | null): string => `person:${id ?? NONE_KEY}`;
export const dayKey = (day: string): string => `day:${day}`;

/** @param clockOf the clock of a member; the standard one for null */
export function answerCase(
  { threadId, beganAt, answeredAt, ownerId, authorId }: Answer,
  span: DaySpan,
  clockOf: (memberId: string | null) => WorkingClock,
): InsightCase {
  const clock = clockOf(ownerId ?? authorId);
  const keys = [ALL_KEY, dayKey(dayAt(span, answeredAt)), personKey(authorId)];
  return { threadId, at: answeredAt, tookMs: clock(answeredAt) - clock(beganAt), keys };
}

/** Times in ms. `beforeMs` is the median of the day as far into the span before. */
export type AnswerDay = { day: string; figure: TimeFigure; beforeMs: number | null };
export type AnswersInsight = { now: TimeFigure; before: TimeFigure; days: AnswerDay[] };

export function sumAnswers(now: InsightCase[], before: InsightCase[], span: InsightSpan): AnswersInsight {
  const times = timesByKey(now);
  const former = timesByKey(before);
  const of = (map: Map<string, number[]>, key: string) => timeFigure(map.get(key) ?? []);
  return {
    now: of(times, ALL_KEY),
    before: of(former, ALL_KEY),
    days: span.now.days.map((day, index) => ({
      day,
      figure: of(times, dayKey(day)),
      beforeMs: of(former, dayKey(span.before.days[index]!)).medianMs,
    })),
  };
}
