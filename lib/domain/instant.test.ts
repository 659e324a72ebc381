import { expect, test } from "vitest";
import { parseInstant } from "./instant";

const iso = (text: string) => {
  const read = parseInstant(text);
  return read instanceof Date ? read.toISOString() : read;
};

test("an offset in any of ISO 8601's forms names the same instant", () => {
  const forms = [
    "2026-03-01T10:00:00Z",
    "2026-03-01T12:00+02:00",
    "2026-03-01T12:00:00+0200",
    "2026-03-01T05:30-04:30",
  ];

  expect(new Set(forms.map(iso))).toEqual(new Set(["2026-03-01T10:00:00.000Z"]));
  expect(iso("2026-03-01T10:00:00,5Z")).toBe("2026-03-01T10:00:00.500Z");
});

test("a wall clock without an offset means no instant", () => {
  expect(iso("2026-03-01T10:00:00")).toBe("time_without_offset");
  expect(iso("2026-03-01")).toBe("time_without_offset");
});

test("what no calendar and no clock shows is refused instead of rolled over", () => {
  for (const text of [
    "2026-02-30T10:00Z",
    "2026-13-01T10:00Z",
    "2026-01-01T25:00Z",
    "2026-01-01T10:00+25:00",
    "soon",
    "",
  ])
    expect(iso(text), text).toBe("not_a_time");
});

test("a year that calendars and the database do not show is named as what is wrong", () => {
  for (const text of [
    "+275760-09-13T00:00:00Z",
    "-000001-01-01T00:00Z",
    "0999-01-01T00:00Z",
    "0000-01-01T00:00Z",
    "9999-12-31T23:59-05:00",
    "9999-12-31T12:00Z",
  ])
    expect(iso(text), text).toBe("year_out_of_range");
  expect(iso("9999-12-30T12:00Z")).toBe("9999-12-30T12:00:00.000Z");
});
