import { expect, test } from "vitest";
import { addressBehind } from "./address-behind";

test.each([
  ["the page", "https://own.test/a", "https://own.test/a"],
  ["https://own.test/a", "https://own.test/a", ""],
  ["own.test/a", "https://own.test/a", ""],
  ["https://own.test", "http://own.test", ""],
  ["own.test", "https://others.test", "https://others.test"],
  ["sam@own.test", "mailto:sam@own.test", ""],
  ["write", "mailto:sam@own.test", "sam@own.test"],
  ["+44 20 123", "tel:+4420123", ""],
  ["call", "tel:+4420123", "+4420123"],
  ["", "https://own.test/", "https://own.test/"],
  ["words alone", "", ""],
])("behind %j that lead to %j stands %j", (words, href, address) => {
  expect(addressBehind(words, href)).toBe(address);
});
