import { expect, test } from "vitest";
import { isPreset, ownPresets } from "./own-presets";
import { wallTimeOf } from "./wall-time";

test("kept words mean a time of now, and those that mean none now are left out", () => {
  const now = new Date("2026-11-18T09:52:00Z");
  const kept = ["next tue 9 their time", "today 8:00 my time", "in 3 Werktagen"];
  const shown = (theirs: string | null) =>
    ownPresets(kept, { now, theirs, ours: "Europe/London" }).map(({ words, instant, zone }) => {
      const { date, time } = wallTimeOf(instant, zone);
      return `${words}: ${date} ${time} ${zone}`;
    });

  expect(shown("Asia/Kathmandu")).toEqual([
    "next tue 9 their time: 2026-11-24 09:00 Asia/Kathmandu",
    "in 3 Werktagen: 2026-11-23 09:00 Asia/Kathmandu",
  ]);
  expect(shown(null)).toEqual(["in 3 Werktagen: 2026-11-23 09:00 Europe/London"]);
});

test.each([
  ["tomorrow 9am their time", true],
  ["today 9:00", true],
  ["nächsten Di 9 ihre Zeit", true],
  ["in 2 hours", true],
  ["2026-12-03 08:30", false],
  ["yesterday", false],
  ["soon", false],
  ["", false],
])("%s is kept: %s", (words, expected) => expect(isPreset(words)).toBe(expected));
