import { expect, test } from "vitest";
import { listNumber } from "./list-number";

test.each([
  [1, null, "1"],
  [12, "1", "12"],
  [1, "a", "a"],
  [26, "A", "Z"],
  [27, "a", "aa"],
  [703, "A", "AAA"],
  [4, "i", "iv"],
  [1994, "I", "MCMXCIV"],
  [0, "a", "0"],
  [-3, "i", "-3"],
  [100_000, "I", "100000"],
  [2, "disc", "2"],
])("item %i of a list of type %j is signed %j", (number, type, sign) => expect(listNumber(number, type)).toBe(sign));
