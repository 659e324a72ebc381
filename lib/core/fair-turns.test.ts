import { expect, test } from "vitest";
import { fairTurns } from "./fair-turns";

/** Work that ends when the test says so; `started` names what runs or ran, in order. */
function stage(turns: ReturnType<typeof fairTurns>) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    started,
    ask: (key: string, name: string) =>
      turns(key, () => {
        started.push(name);
        return new Promise<void>((resolve, reject) =>
          ends.set(name, () => (name.includes("bad") ? reject(new Error(name)) : resolve())),
        );
      }),
    end: async (name: string) => {
      ends.get(name)?.();
      await settled();
    },
    settled,
  };
}

test("so much runs at a time, of one key less, and keys take turns", async () => {
  const { started, ask, end, settled } = stage(fairTurns({ atOnce: 3, perKey: 2 }));
  const all = ["a1", "a2", "a3", "a4", "b1", "b2", "c1"].map((name) => ask(name[0]!, name));
  await settled();
  expect(started).toEqual(["a1", "a2", "b1"]);

  for (const [done, next] of [
    ["a1", "a3"],
    ["a2", "b2"],
    ["a3", "c1"],
    ["b1", "a4"],
  ] as const) {
    await end(done);
    expect(started.at(-1)).toBe(next);
  }
  for (const name of ["b2", "c1", "a4"]) await end(name);
  await Promise.all(all);
});

test("work that fails gives its turn on, and its error to who asked", async () => {
  const { started, ask, end, settled } = stage(fairTurns({ atOnce: 1, perKey: 1 }));
  const first = ask("a", "bad");
  const second = ask("a", "good");
  await settled();
  const told = expect(first).rejects.toThrow("bad");
  await end("bad");
  await told;
  expect(started).toEqual(["bad", "good"]);
  await end("good");
  await second;
});
