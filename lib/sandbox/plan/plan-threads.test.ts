import { expect, test } from "vitest";
import { planLeadThreads } from "./plan-threads";

const HOUR = new Date("2026-11-18T14:00:00Z");
const plan = (now: Date) => planLeadThreads(now, 80);
const letters = (now: Date) => plan(now).flatMap((thread) => thread.letters);

test("two plans of one hour are the same, byte for byte", () => {
  const [first, second] = [letters(HOUR), letters(HOUR)];

  expect(first.length).toBeGreaterThan(400);
  expect(second.map(({ raw }) => raw.toString())).toEqual(first.map(({ raw }) => raw.toString()));
});

test("on another day ids, subjects and what is answered are the same, and only times move", () => {
  const [today, later] = [letters(HOUR), letters(new Date("2027-03-02T09:00:00Z"))];
  const identity = ({ messageId, statsId, input: { subject, inReplyTo } }: (typeof today)[number]) => [
    messageId,
    statsId,
    subject,
    inReplyTo,
  ];

  expect(later.map(identity)).toEqual(today.map(identity));
});

test("messages of a thread are in order and lie in the past, in the last two months but for the oldest", () => {
  const threads = plan(HOUR);

  for (const { letters: list } of threads) {
    const times = list.map(({ sentAt }) => sentAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(HOUR.getTime());
    expect(HOUR.getTime() - times[0]!).toBeLessThan(130 * 86_400_000);
  }
});

test("no template is left open and no slot is empty", () => {
  const bodies = plan(HOUR).flatMap((thread) => thread.letters.map(({ input }) => input.text ?? ""));

  expect(bodies.filter((text) => /[[\]{}¶|]|undefined|\bNaN\b/.test(text))).toEqual([]);
  expect(bodies.filter((text) => / {2}|\(\s*\)| ,/.test(text.replace(/^>.*$/gm, "")))).toEqual([]);
});
