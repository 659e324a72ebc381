import { expect, test } from "vitest";
import { ahead } from "./ahead";

/** Counts what the source was asked for and what is worked on; the works end when they are told to. */
function stage(length: number, failsAt?: number) {
  const state = { given: 0, closed: false, worked: [] as number[] };
  const ends = new Map<number, () => void>();
  async function* source() {
    try {
      for (let item = 0; item < length; item++) {
        if (item === failsAt) throw new Error("the server went away");
        state.given++;
        yield item;
      }
    } finally {
      state.closed = true;
    }
  }
  const work = (item: number) =>
    new Promise<number>((resolve) => {
      state.worked.push(item);
      ends.set(item, () => resolve(item * 10));
    });
  return { state, source, work, end: (item: number) => ends.get(item)!() };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 5));
const atOnce = async (item: number) => item * 10;

test("results come in the order of the items, whichever work ends first", async () => {
  const { source, work, end } = stage(2);
  const results = ahead(source(), work);
  const first = results.next();
  await turns();
  end(1);
  await turns();
  end(0);
  expect((await first).value).toBe(0);
  expect((await results.next()).value).toBe(10);
  expect((await results.next()).done).toBe(true);
});

test("the next items are taken while the caller is at one, and no more than two", async () => {
  const { state, source } = stage(9);
  const results = ahead(source(), atOnce);
  await results.next();
  await turns();
  expect(state.given).toBe(3);
  await results.next();
  await turns();
  expect(state.given).toBe(4);
});

test("what came before a failure is given, and then the failure", async () => {
  const { source } = stage(9, 2);
  const given: number[] = [];
  const read = async () => {
    for await (const result of ahead(source(), atOnce)) given.push(result);
  };
  await expect(read()).rejects.toThrow("went away");
  expect(given).toEqual([0, 10]);
});

test("leaving early waits for what is under way, and lets go of the source", async () => {
  const { state, source, work, end } = stage(9);
  const results = ahead(source(), work);
  const first = results.next();
  await turns();
  end(0);
  await first;
  await turns();
  const left = results.return(undefined).then(() => "left");
  expect(await Promise.race([left, turns().then(() => "waits")])).toBe("waits");
  for (const item of state.worked.slice(1)) end(item);
  expect(await left).toBe("left");
  expect(state.closed).toBe(true);
});

test("who goes on no longer gets what was taken, and nothing more is taken", async () => {
  const { state, source } = stage(9);
  const given: number[] = [];
  const answers = [true, false, true];
  for await (const result of ahead(source(), atOnce, () => answers.shift() ?? true)) given.push(result);
  expect(given).toEqual([0, 10, 20]);
  expect(state).toMatchObject({ given: 3, closed: true });
});
