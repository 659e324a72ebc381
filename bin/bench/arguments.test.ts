import { expect, test } from "vitest";
import { parseArguments } from "./arguments";

test("without a word it measures both sizes", () => {
  expect(parseArguments([])).toEqual({ sizes: [2_000, 100_000], ingest: 5_000, samples: 20, json: null });
});

test("sizes, samples and the file are read, each size once", () => {
  const words = ["--messages", "100000,2000,100000", "--ingest", "300", "--samples=5", "--json", "out.json"];
  expect(parseArguments(words)).toEqual({ sizes: [100_000, 2_000], ingest: 300, samples: 5, json: "out.json" });
});

test("either part can be left out", () => {
  expect(parseArguments(["--messages", "0"])).toMatchObject({ sizes: [] });
  expect(parseArguments(["--ingest", "0"])).toMatchObject({ ingest: 0 });
});

test.each([
  [["--messages", "many"], "--messages wants numbers"],
  [["--messages", "100"], "--messages wants numbers"],
  [["--messages", "2000,"], "--messages wants numbers"],
  [["--samples", "0"], "--samples wants a number"],
  [["--ingest", "-1"], "--ingest wants a number"],
  [["--json"], "--json needs a value"],
  [["--size", "3"], "--size is not known"],
])("%j is refused with a sentence", (words, sentence) => {
  expect(parseArguments(words)).toEqual({ problem: expect.stringContaining(sentence) });
});
