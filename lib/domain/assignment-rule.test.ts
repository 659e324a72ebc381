import fc from "fast-check";
import { expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { type AssignmentConditions, holdsFor, inTurn, nextNumber, nextTurn, type Turn } from "./assignment-rule";

const ASKS_NOTHING: AssignmentConditions = { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [] };
const THREAD = { campaignId: "nordic", mailboxId: "sam", categoryId: "interested", language: "de" };

test("a rule that asks for nothing holds for every thread, and each list asks for one of its own", () => {
  expect(holdsFor(ASKS_NOTHING, { campaignId: null, mailboxId: "m", categoryId: null, language: null })).toBe(true);
  expect(holdsFor({ ...ASKS_NOTHING, campaignIds: ["spring", "nordic"], languages: ["de"] }, THREAD)).toBe(true);
  expect(holdsFor({ ...ASKS_NOTHING, campaignIds: ["nordic"], languages: ["fr"] }, THREAD)).toBe(false);
  expect(holdsFor({ ...ASKS_NOTHING, mailboxIds: ["maya"] }, THREAD)).toBe(false);
  expect(holdsFor({ ...ASKS_NOTHING, categoryIds: ["interested"] }, { ...THREAD, categoryId: null })).toBe(false);
  expect(holdsFor({ ...ASKS_NOTHING, languages: ["de"] }, { ...THREAD, language: null })).toBe(false);
});

test("those who never had one come first, in the order of the list", () => {
  const people: Turn[] = [
    { memberId: "a", position: 0, lastTurn: 3 },
    { memberId: "b", position: 2, lastTurn: 0 },
    { memberId: "c", position: 1, lastTurn: 0 },
  ];
  expect(inTurn(people).map(({ memberId }) => memberId)).toEqual(["c", "b", "a"]);
  expect(nextTurn(people, ({ memberId }) => memberId === "a")?.memberId).toBe("a");
  expect(nextTurn(people, () => false)).toBeNull();
  expect(nextNumber(people)).toBe(4);
  expect(nextNumber([])).toBe(1);
});

type Step = { kind: "give" } | { kind: "away" | "back" | "join" | "leave"; who: number };
/** `present`: who was there, with the number of times that they had joined: who left and joined again was not there all the time. */
type Given = { to: string | null; present: Map<string, number> };
const PEOPLE = 8;

/** Runs a history as the database does: only `lastTurn` is kept from one assignment to the next. */
function play(steps: Step[]): Given[] {
  const turns = new Map<string, Turn>();
  const away = new Set<string>();
  const joined = new Map<string, number>();
  const given: Given[] = [];
  for (const step of steps) {
    if (step.kind === "give") {
      const people = [...turns.values()];
      const chosen = nextTurn(people, ({ memberId }) => !away.has(memberId));
      if (chosen) turns.set(chosen.memberId, { ...chosen, lastTurn: nextNumber(people) });
      given.push({
        to: chosen?.memberId ?? null,
        present: new Map([...joined].filter(([id]) => turns.has(id) && !away.has(id))),
      });
      continue;
    }
    const memberId = `person-${step.who}`;
    if (step.kind === "away") away.add(memberId);
    if (step.kind === "back") away.delete(memberId);
    if (step.kind === "leave") turns.delete(memberId);
    if (step.kind === "join" && !turns.has(memberId)) {
      turns.set(memberId, { memberId, position: turns.size, lastTurn: 0 });
      joined.set(memberId, (joined.get(memberId) ?? 0) + 1);
    }
  }
  return given;
}

/**
 * Looks at the history alone, pair by pair: within a stretch in which both are present their numbers, counted from any point of it to
 * any other, differ by at most one. That is so exactly when how far one is ahead of the other stays within a band of one.
 */
function expectFair(given: Given[]): void {
  const everybody = [...new Set(given.flatMap(({ present }) => [...present.keys()]))];
  for (const { to, present } of given) {
    if (to === null) expect(present.size).toBe(0);
    else expect(present.has(to)).toBe(true);
  }
  for (const [index, one] of everybody.entries())
    for (const other of everybody.slice(index + 1)) {
      let [ahead, least, most] = [0, 0, 0];
      let stretch = "";
      for (const { to, present } of given) {
        if (!present.has(one) || !present.has(other)) {
          stretch = "";
          continue;
        }
        const now = `${present.get(one)} ${present.get(other)}`;
        if (now !== stretch) [ahead, least, most] = [0, 0, 0];
        stretch = now;
        ahead += to === one ? 1 : to === other ? -1 : 0;
        [least, most] = [Math.min(least, ahead), Math.max(most, ahead)];
        if (most - least > 1) throw new Error(`${one} and ${other} are ${most - least} apart`);
      }
    }
}

const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const move = fc.record({ kind: fc.constantFrom("away", "back", "join", "leave"), who }) as fc.Arbitrary<Step>;
const step = fc.oneof({ weight: 4, arbitrary: fc.constant<Step>({ kind: "give" }) }, { weight: 1, arbitrary: move });

test("whoever comes and goes, two who are both present are given equally many, give or take one", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400, size: "max" }), (steps) => expectFair(play(steps))),
    randomRuns(200),
  );
});

test("so it is over 10,000 assignments, and nobody who is absent is given any", () => {
  const [steps] = fc.sample(fc.array(step, { minLength: 13_500, maxLength: 13_500 }), { seed: 8, numRuns: 1 });
  const team: Step[] = Array.from({ length: PEOPLE }, (_, each) => ({ kind: "join", who: each }));
  const given = play([...team, ...steps!]);
  expect(given.length).toBeGreaterThanOrEqual(10_000);
  expect(new Set(given.map(({ to }) => to)).size).toBeGreaterThanOrEqual(PEOPLE);
  expectFair(given);
});

test("the oracle finds an order that is not fair", () => {
  const present = new Map([
    ["a", 1],
    ["b", 1],
  ]);
  expect(() => expectFair(["a", "b", "b", "a"].map((to) => ({ to, present })))).toThrow();
  expect(() => expectFair([{ to: "c", present }])).toThrow();
});
