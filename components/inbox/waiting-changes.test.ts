import { expect, test } from "vitest";
import { waitingChanges } from "./waiting-changes";

const OF_1 = { kind: "thread", threadId: 1 } as const;
const OF_2 = { kind: "thread", threadId: 2 } as const;

/** Changes that have been read once at the moment 0, which took 50 ms. */
function afterReading(...changes: (typeof OF_1 | typeof OF_2)[]) {
  const waiting = waitingChanges();
  changes.forEach((change) => waiting.add(change, 0));
  waiting.takeAll(0);
  waiting.wasRead(50);
  return waiting;
}

test("a first change is read at once, with what is written beside it", () => {
  const waiting = waitingChanges();
  waiting.add(OF_1, 10_000);
  waiting.add(OF_2, 10_010);
  expect(waiting.delay(10_010)).toBe(15);
  expect(waiting.takeAll(10_025)).toEqual([OF_1, OF_2]);
  expect(waiting.hasAny()).toBe(false);
});

test("what was just read and goes on changing is read once it rests", () => {
  const waiting = afterReading(OF_1);
  waiting.add(OF_1, 60);
  expect(waiting.delay(60)).toBe(200);
  waiting.add(OF_1, 200);
  expect(waiting.delay(200)).toBe(200);
});

test("what never rests is read at last", () => {
  const waiting = afterReading(OF_1);
  for (let at = 100; at <= 650; at += 50) waiting.add(OF_1, at);
  expect(waiting.delay(650)).toBe(50);
});

test("what changes for the first time, and an answer that has come, wait for nothing that goes on changing", () => {
  const another = afterReading(OF_1);
  another.add(OF_1, 100);
  another.add(OF_2, 110);
  expect(another.delay(110)).toBe(90);

  const arrived = afterReading(OF_1);
  arrived.add({ ...OF_1, arrived: true }, 250);
  expect(arrived.delay(250)).toBe(25);
});

test("what rested for a second is read at once again", () => {
  const waiting = afterReading(OF_1);
  waiting.add(OF_1, 1_000);
  expect(waiting.delay(1_000)).toBe(25);
});
