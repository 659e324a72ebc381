import { expect, test } from "vitest";
import { leadName } from "./lead-name";
import { splitName } from "./split-name";

test.each([
  ["Ana Maria", "Berg", "Ana Maria Berg"],
  ["健太", "森本", "森本 健太"],
  ["たろう", "スミス", "スミス たろう"],
  ["マイケル", "スミス", "マイケル スミス"],
  ["민준", "김", "김 민준"],
  ["Kenta", "森本", "Kenta 森本"],
  ["", "森本", "森本"],
  ["Ana", "", "Ana"],
  [" ", "", ""],
])("of %j and %j the name is %j", (firstName, lastName, whole) => {
  expect(leadName({ firstName, lastName })).toBe(whole);
});

test("a lead whose names are unknown has none", () => {
  expect(leadName({ firstName: null, lastName: null })).toBe("");
});

test.each([
  ["Ana Maria Berg", "Ana Maria", "Berg"],
  ["Berg, Ana Maria", "Ana Maria", "Berg"],
  ["Ana", "Ana", ""],
  ["森本 健太", "健太", "森本"],
  ["森本　健太", "健太", "森本"],
  ["김 민준", "민준", "김"],
  ["マイケル スミス", "マイケル", "スミス"],
  ["森本", "森本", ""],
  ["ana@berg.test", "", ""],
])("%j is split into %j and %j", (name, firstName, lastName) => {
  expect(splitName(name)).toEqual({ firstName, lastName });
});
