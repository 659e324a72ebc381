import { expect, test } from "vitest";
import { ratioOf, summarise } from "./statistics";

test("the median and the 95th percentile are samples that were taken", () => {
  const samples = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(summarise(samples)).toEqual({ p50: 10, p95: 19, n: 20 });
});

test("one sample is all of them, and none is an error", () => {
  expect(summarise([7])).toEqual({ p50: 7, p95: 7, n: 1 });
  expect(() => summarise([])).toThrow("no samples");
});

test("the order of the samples does not matter, nor is it changed", () => {
  const samples = [30, 4, 100];
  expect(summarise(samples)).toEqual({ p50: 30, p95: 100, n: 3 });
  expect(samples).toEqual([30, 4, 100]);
});

test("the ratio compares the last size with the first, where both were measured", () => {
  expect(ratioOf([4, 5, 6])).toBe(1.5);
  expect(ratioOf([4])).toBeNull();
  expect(ratioOf([4, null])).toBeNull();
  expect(ratioOf([null, 4])).toBeNull();
});
