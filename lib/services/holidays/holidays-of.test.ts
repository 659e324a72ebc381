import { expect, test } from "vitest";
import { holidaysOf } from "./holidays-of";

const dates = (...asked: Parameters<typeof holidaysOf>) => holidaysOf(...asked).map(({ date }) => date);

test("a country's public holidays of some days, in its own words or in those asked for", () => {
  const own = { date: "2026-11-11", country: "PL", name: "Narodowe Święto Niepodległości" };

  expect(holidaysOf("PL", "2026-11-02", "2026-12-01")).toEqual([own]);
  expect(holidaysOf("PL", "2026-11-11", "2026-11-11", "en")).toEqual([{ ...own, name: "Independence Day" }]);
});

test("only what the whole country has off, and whole days of it", () => {
  // Corpus Christi is free in some of Germany's states; half a day is free for women in China.
  expect(dates("DE", "2026-06-01", "2026-06-30")).toEqual([]);
  expect(dates("CN", "2026-03-01", "2026-03-31")).toEqual([]);
});

test("a feast of several days that begins on an evening is the days that are free", () => {
  expect(dates("TR", "2026-03-10", "2026-03-31")).toEqual(["2026-03-20", "2026-03-21", "2026-03-22"]);
});

test("a span over the turn of a year has both years' days, each once and in order", () => {
  expect(dates("NO", "2026-12-20", "2027-01-10")).toEqual(["2026-12-25", "2026-12-26", "2027-01-01"]);
});

test.each([
  ["XX", "2026-01-01", "2026-12-31"],
  ["pl", "2026-01-01", "2026-12-31"],
  ["", "2026-01-01", "2026-12-31"],
  ["PL", "9999-01-01", "9999-12-31"],
  ["PL", "1980-01-01", "2070-12-31"],
  ["PL", "", "2026-12-31"],
  ["__", "constructor", "constructor"],
])("nothing is known of %s from %s to %s", (...asked) => expect(holidaysOf(...asked)).toEqual([]));
