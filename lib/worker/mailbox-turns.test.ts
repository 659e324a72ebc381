import { expect, test } from "vitest";
import { makeTurns, type Turn } from "./mailbox-turns";

const signal = new AbortController().signal;
const turnsOf = (perHost: number, overall = 100) => makeTurns({ perHost: () => perHost, overall });

/** Whether a promise has settled by now. */
async function isThere(turn: Promise<Turn | null>): Promise<boolean> {
  const nothing = Symbol("nothing");
  const tick = new Promise<symbol>((resolve) => setTimeout(() => resolve(nothing), 0));
  return (await Promise.race([turn, tick])) !== nothing;
}

test("a server's connections are bounded, and another server's are not touched by it", async () => {
  const turns = turnsOf(2);
  await Promise.all([turns.take("a", { signal }), turns.take("a", { signal })]);

  expect(await isThere(turns.take("a", { signal }))).toBe(false);
  expect(await isThere(turns.take("b", { signal }))).toBe(true);
});

test("all connections together are bounded as well", async () => {
  const turns = turnsOf(2, 2);
  const first = await turns.take("a", { signal });
  await turns.take("b", { signal });
  const third = turns.take("c", { signal });

  const waited = !(await isThere(third));
  first!.end();

  expect(waited).toBe(true);
  expect(await isThere(third)).toBe(true);
});

test("the one that has held its connection longest and has nothing to do is asked to leave, once for each that waits", async () => {
  const turns = turnsOf(3);
  const asked: string[] = [];
  const held = new Map<string, Turn>();
  for (const name of ["busy", "old", "young"]) held.set(name, (await turns.take("a", { signal }))!);
  held.get("old")!.idle(() => asked.push("old"));
  held.get("young")!.idle(() => asked.push("young"));

  const next = turns.take("a", { signal });
  await isThere(next);
  const afterFirst = [...asked];
  const another = turns.take("a", { signal });
  await isThere(another);

  expect(afterFirst).toEqual(["old"]);
  expect(asked).toEqual(["old", "young"]);
  held.get("old")!.end();
  expect(await isThere(next)).toBe(true);
  expect(await isThere(another)).toBe(false);
});

test("first come, first served; a mailbox for which somebody waits comes before", async () => {
  const turns = turnsOf(1);
  const holder = await turns.take("a", { signal });
  const order: string[] = [];
  const wait = (name: string, isUrgent: boolean) =>
    void turns.take("a", { signal, isUrgent }).then((turn) => {
      order.push(name);
      turn!.end();
    });
  wait("first", false);
  wait("second", false);
  wait("urgent", true);
  holder!.end();
  await isThere(new Promise(() => undefined));

  expect(order).toEqual(["urgent", "first", "second"]);
});

test("one that works on is told when somebody waits for whom nobody else makes room", async () => {
  const turns = turnsOf(1);
  const holder = (await turns.take("a", { signal }))!;
  const before = holder.isWanted();
  void turns.take("a", { signal });

  expect(before).toBe(false);
  expect(holder.isWanted()).toBe(true);
});

test("who is told to end waits no longer, and keeps nobody from a turn", async () => {
  const turns = turnsOf(1);
  const holder = await turns.take("a", { signal });
  const ender = new AbortController();
  const gone = turns.take("a", { signal: ender.signal });
  const next = turns.take("a", { signal });
  ender.abort();
  holder!.end();

  expect(await gone).toBeNull();
  expect(await isThere(next)).toBe(true);
});
