import { expect, test } from "vitest";
import { differenceOf } from "./difference-of";

test("what differs is found letter by letter", () => {
  expect(differenceOf("egefrlo.com", "egefrio.com")).toEqual({ before: "egefr", differs: "l", after: "o.com" });
  expect(differenceOf("acme.co", "acme.com")).toEqual({ before: "acme.co", differs: "", after: "" });
});
