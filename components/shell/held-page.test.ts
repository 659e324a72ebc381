import { expect, test } from "vitest";
import { holdPage, leavePage } from "./held-page";

test("a page that is held is asked first, and no longer once it is let go", () => {
  const done: string[] = [];
  const asked: (() => void)[] = [];
  const release = holdPage((go) => asked.push(go));

  leavePage(() => done.push("held"));
  expect(done).toEqual([]);
  asked[0]!();
  expect(done).toEqual(["held"]);

  release();
  leavePage(() => done.push("free"));
  expect(done).toEqual(["held", "free"]);
});
