import { expect, test } from "vitest";
import { listedTime, TIMES } from "./listed-time";

test("a day has a time each half hour, and the list begins at the chosen one, else in the morning", () => {
  expect([TIMES.length, TIMES[0], TIMES[19], TIMES.at(-1)]).toEqual([48, "00:00", "09:30", "23:30"]);
  const nearTo = (chosen: string) => TIMES[listedTime(chosen)];
  expect([nearTo("16:45"), nearTo("00:00"), nearTo("")]).toEqual(["16:30", "00:00", "09:00"]);
});
