import { expect, test } from "vitest";
import { bothClocks, clockWords } from "./clock-words";
import { fileSize } from "./file-size";
import { fieldsInZone, scheduleChoice } from "./schedule-choice";
import { problemOf } from "./upload-file";

const NOW = new Date("2026-11-18T09:52:00Z");
const THURSDAY = new Date("2026-11-19T06:10:00Z");

test("a time is said in full, and on buttons as short as it stays clear", () => {
  expect(clockWords(THURSDAY, "Europe/Istanbul", NOW)).toMatchObject({ full: "Thu 19 Nov, 09:10", short: "Thu 09:10" });
  expect(clockWords(new Date("2026-12-03T06:10:00Z"), "Europe/Istanbul", NOW).short).toBe("3 Dec, 09:10");
});

test("a time that is half a year away says its year, so that it is not taken for the next such day", () => {
  const far = clockWords(new Date("2028-01-03T09:00:00Z"), "Europe/Dublin", NOW);
  expect(far).toMatchObject({ full: "Mon 3 Jan 2028, 09:00", short: "3 Jan 2028, 09:00", day: "3 Jan 2028" });
  expect(clockWords(new Date("2027-01-04T09:00:00Z"), "UTC", NOW).short).toBe("4 Jan, 09:00");
});

test("in German a day has its point, and a weekday none", () => {
  const german = (at: string) => clockWords(new Date(at), "Europe/Istanbul", NOW, "de-DE");
  expect(german("2026-11-19T06:10:00Z")).toMatchObject({ full: "Do 19. Nov., 09:10", short: "Do 09:10" });
  expect(german("2026-12-03T06:10:00Z")).toMatchObject({ short: "3. Dez., 09:10", day: "3. Dez.", clock: "09:10" });
});

test("their clock comes first and ours beside it, unless both show the same or theirs is unknown", () => {
  const clocks = (theirs: string | null, ours: string) => {
    const { first, second } = bothClocks(THURSDAY, { theirs, ours }, NOW);
    return [first.clock, second?.clock ?? null];
  };
  expect(clocks("Europe/Istanbul", "Europe/London")).toEqual(["09:10", "06:10"]);
  expect(clocks("Europe/Berlin", "Europe/Paris")).toEqual(["07:10", null]);
  expect(clocks(null, "Europe/London")).toEqual(["06:10", null]);
});

test("the picker's fields are a time ahead, or say why not", () => {
  expect(scheduleChoice({ date: "2026-11-19", time: "09:10" }, "Europe/Istanbul", NOW)).toMatchObject({
    state: "chosen",
    instant: THURSDAY,
  });
  expect(scheduleChoice({ date: "2026-11-18", time: "09:00" }, "UTC", NOW).state).toBe("past");
  expect(scheduleChoice({ date: "", time: "09:00" }, "UTC", NOW).state).toBe("unreadable");
});

test("another zone shows the same instant", () => {
  const fields = { date: "2026-11-19", time: "01:10" };
  expect(fieldsInZone(fields, "Europe/Istanbul", "Europe/London")).toEqual({ date: "2026-11-18", time: "22:10" });
});

test("sizes are said as people read them", () => {
  const sizes = [0, 900, 188_416, 2_202_010, 26_214_400].map((bytes) => fileSize(bytes));
  expect(sizes).toEqual(["0 B", "900 B", "184 kB", "2.1 MB", "25 MB"]);
  expect([2_202_010, 26_214_400].map((bytes) => fileSize(bytes, "de-DE"))).toEqual(["2,1 MB", "25 MB"]);
});

test("what comes back by itself is waited for, what is refused for good is not", () => {
  const progress = { id: "u1", offset: 3, isWhole: false };
  expect(problemOf({ status: 200, progress })).toBeNull();
  expect(problemOf({ status: 409, progress: null })).toBeNull();
  const problems = [0, 503, 429, 413, 401, 400, 200].map((status) => problemOf({ status, progress: null }));
  expect(problems).toEqual(["network", "network", "network", "too_large", "signed_out", "refused", "refused"]);
});
