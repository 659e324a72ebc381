import { expect, test } from "vitest";
import { stillWrong } from "./still-wrong";

const pathsOf = (paths: string[], refused: unknown, now: unknown) =>
  stillWrong(
    paths.map((path) => ({ path, reason: "invalid" })),
    refused,
    now,
  ).map(({ path }) => path);

test.each([
  ["the same text", { a: "x" }, { a: "x" }, ["a"]],
  ["another text", { a: "x" }, { a: "y" }, []],
  ["another number that is none", { a: Number.NaN }, { a: Number.NaN }, ["a"]],
  ["nothing in place of a number that is none", { a: Number.NaN }, { a: null }, []],
  ["the same list", { a: [1, 2] }, { a: [1, 2] }, ["a"]],
  ["a list with one more", { a: [] }, { a: [1] }, []],
])("of a field that holds %s", (_what, refused, now, left) => {
  expect(pathsOf(["a"], refused, now)).toEqual(left);
});

test("a field within another is looked up by its path", () => {
  const refused = { window: { start: "9", end: "8" } };

  expect(pathsOf(["window.start", "window.end"], refused, { window: { start: "9", end: "18" } })).toEqual([
    "window.start",
  ]);
});
