import { expect, test } from "vitest";
import { breakParts } from "./break-parts";

test.each([
  ["jonathan.bartholomew@industrial-halls.example", ["jonathan.", "bartholomew@", "industrial-", "halls.", "example"]],
  [
    "Write to jonathan.bartholomew@halls.example, please",
    ["Write to jonathan.", "bartholomew@", "halls.", "example, please"],
  ],
  ["https://www.industrial.example/about_us", ["https://", "www.", "industrial.", "example/", "about_", "us"]],
  ["Anna-Lena e.g. 10-12", ["Anna-Lena e.g. 10-12"]],
  ["Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffahrtsgesellschaft"]],
  ["", [""]],
])("a line may end behind what parts the long words of %j", (text, parts) => {
  expect(breakParts(text)).toEqual(parts);
  expect(parts.join("")).toBe(text);
});
