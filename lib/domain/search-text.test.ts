import { expect, test } from "vitest";
import { searchTextOf } from "./search-text";

test("the last word may be unfinished", () => {
  expect(searchTextOf("  rate   she ")).toEqual({ words: "rate", prefix: "'she':*" });
  expect(searchTextOf("m.okafor@try")).toEqual({ words: "", prefix: "'m.okafor@try':*" });
});

test("a phrase, a negation and an alternative are not completed", () => {
  expect(searchTextOf('"pallet rebate"').prefix).toBeNull();
  expect(searchTextOf("invoice -paid").prefix).toBeNull();
  expect(searchTextOf("invoice or paid").prefix).toBeNull();
});

test("quotes and backslashes cannot end the quoted word", () => {
  expect(searchTextOf("o'brien\\").prefix).toBe("'o brien':*");
  expect(searchTextOf("'").prefix).toBeNull();
});
