import { expect, test } from "vitest";
import { holdPage, isPageHeld, leavePage } from "./held-page";

test("a page that is held is asked first, and no longer once it is let go", () => {
  const done: string[] = [];
  const asked: (() => void)[] = [];
  const release = holdPage({ isUnsaved: () => true, ask: (go) => asked.push(go) });

  leavePage(() => done.push("held"));
  expect(done).toEqual([]);
  release();
  leavePage(() => done.push("free"));
  expect(done).toEqual(["free"]);
});

test("each form of a page holds it, and one question is enough for all", () => {
  const done: string[] = [];
  const asked: string[] = [];
  let [above, below] = [false, true];
  let go: (() => void) | undefined;
  const ask = (name: string) => (next: () => void) => {
    asked.push(name);
    go = next;
  };
  holdPage({ isUnsaved: () => above, ask: ask("above") });
  holdPage({ isUnsaved: () => below, ask: ask("below") });

  leavePage(() => done.push("first"));
  expect(asked).toEqual(["below"]);
  above = true;
  leavePage(() => done.push("second"));
  expect(asked).toEqual(["below", "above"]);
  go!();
  expect(done).toEqual(["second"]);
  expect(isPageHeld()).toBe(false);

  [above, below] = [false, false];
  leavePage(() => done.push("third"));
  expect(done).toEqual(["second", "third"]);
});
