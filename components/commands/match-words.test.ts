import { describe, expect, test } from "vitest";
import { markedParts, matchWords } from "./match-words";

const bold = (typed: string, label: string) => {
  const match = matchWords(typed, label);
  return (
    match &&
    markedParts(label, match.ranges)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join("")
  );
};

describe("what was typed is found", () => {
  test.each([
    ["fol", "Plan a follow-up", "Plan a [fol]low-up"],
    ["mark do", "Mark as done", "[Mark] as [do]ne"],
    ["do mark", "Mark as done", "[Mark] as [do]ne"],
    ["catint", "Category: Interested", "[Cat]egory: [Int]erested"],
    ["mad", "Mark as done", "[Ma]rk as [d]one"],
    ["up", "Plan a follow-up", "Plan a follow-[up]"],
    ["muller", "Müller & Söhne", "[Müller] & Söhne"],
    ["INBOX", "Back to the inbox", "Back to the [inbox]"],
    ["", "Inbox", "Inbox"],
  ])("%s in %s", (typed, label, shown) => {
    expect(bold(typed, label)).toBe(shown);
  });

  test("within the hint too, but without bold letters", () => {
    expect(matchWords("sett", "Profile", "Settings")).toEqual({ score: 1, ranges: [] });
    expect(matchWords("prof sett", "Profile", "Settings")?.ranges).toEqual([[0, 4]]);
  });
});

describe("what was not typed is not found", () => {
  test.each([
    ["one", "Mark as done"],
    ["donem", "Mark as done"],
    ["mark read", "Mark as done"],
    ["x", "Inbox"],
    ["int", "Only ines@wattlark.test"],
  ])("%s in %s", (typed, label) => {
    expect(matchWords(typed, label)).toBeNull();
  });
});

test("whole beginnings are better than pieces, and the beginning of the name best", () => {
  const score = (typed: string, label: string) => matchWords(typed, label)!.score;

  expect(score("in", "Inbox")).toBeGreaterThan(score("in", "Back to the inbox"));
  expect(score("int", "Category: Interested")).toBeGreaterThan(score("int", "Category: Not interested"));
  expect(score("cat", "Category")).toBeGreaterThan(score("cat", "Cc all threads"));
});

test("long nonsense is answered at once", () => {
  const begin = performance.now();

  matchWords("a".repeat(40), "a ".repeat(60));

  expect(performance.now() - begin).toBeLessThan(500);
});
