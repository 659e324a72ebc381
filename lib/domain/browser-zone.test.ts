import { expect, test } from "vitest";
import { knownZone } from "./browser-zone";

test("a zone is known by its name, a former one too, and what is none is not", () => {
  expect(["Europe/Oslo", "UTC"].map(knownZone)).toEqual(["Europe/Oslo", "UTC"]);
  expect(knownZone("Europe/Kiev")).toBe(knownZone("Europe/Kyiv"));
  expect(["+05:30", "Mars/Olympus", "", "x".repeat(500)].map(knownZone)).toEqual([null, null, null, null]);
});
