import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeLanes } from "./lanes";

/** Lanes over a pile of work for each key; keeps the order of turns and how many ran at once. */
function lanesOver(piles: Record<string, number>, limit = 8) {
  const turns: string[] = [];
  const atOnce = new Map<string, number>();
  let most = 0;
  let running = 0;
  const lanes = makeLanes(limit, async (key) => {
    if (!piles[key]) return false;
    piles[key]--;
    turns.push(key);
    running++;
    atOnce.set(key, (atOnce.get(key) ?? 0) + 1);
    most = Math.max(most, running);
    if (atOnce.get(key)! > 1) throw new Error("two turns of one lane at once");
    await sleep(2);
    atOnce.set(key, 0);
    running--;
    return true;
  });
  const done = async () => {
    while (Object.values(piles).some((left) => left > 0)) await sleep(2);
    await sleep(5);
  };
  return { lanes, turns, done, most: () => most };
}

test("a lane takes one turn at a time, however often it is woken", async () => {
  const { lanes, turns, done, most } = lanesOver({ a: 6 });

  for (let times = 0; times < 5; times++) lanes.wake("a");
  await done();

  expect(turns).toHaveLength(6);
  expect(most()).toBe(1);
});

test("a busy lane does not starve the others when there are fewer places than lanes", async () => {
  const { lanes, turns, done } = lanesOver({ busy: 40, b: 1, c: 1 }, 1);

  lanes.wake("busy");
  lanes.wake("b");
  lanes.wake("c");
  await done();

  expect(turns.indexOf("b")).toBeLessThan(12);
  expect(turns.indexOf("c")).toBeLessThan(18);
  expect(turns).toHaveLength(42);
});

test("work that comes while a lane is looking for the last time is not forgotten", async () => {
  const piles: Record<string, number> = { a: 1 };
  const { lanes, turns, done } = lanesOver(piles);

  lanes.wake("a");
  await sleep(1);
  lanes.wake("a");
  await sleep(20);
  piles.a = 1;
  lanes.wake("a");
  await done();

  expect(turns).toHaveLength(2);
});

test("ending finishes the turn under way and takes no other", async () => {
  const { lanes, turns } = lanesOver({ a: 10 });
  lanes.wake("a");
  await sleep(1);

  await lanes.end();
  lanes.wake("a");
  await sleep(10);

  expect(turns).toHaveLength(1);
});
