import { expect, test } from "vitest";
import { nightAt } from "./night";

const offered = (now: string, zone: string) => nightAt(new Date(now), zone)?.morning.toISOString() ?? null;

test("night is from nine in the evening to seven in the morning of the lead's clock", () => {
  const izmir = (time: string) => offered(`2026-11-18T${time}:00+03:00`, "Europe/Istanbul");
  expect([izmir("20:59"), izmir("07:00"), izmir("12:52")]).toEqual([null, null, null]);
  expect([izmir("21:00"), izmir("23:59")]).toEqual(["2026-11-19T05:00:00.000Z", "2026-11-19T05:00:00.000Z"]);
  expect([izmir("00:00"), izmir("06:59")]).toEqual(["2026-11-18T05:00:00.000Z", "2026-11-18T05:00:00.000Z"]);
});

test("our night is none of the lead's business", () => {
  expect(offered("2026-11-18T02:00:00Z", "Asia/Tokyo")).toBeNull();
  expect(offered("2026-11-18T14:00:00Z", "Asia/Tokyo")).toBe("2026-11-18T23:00:00.000Z");
});

test("the morning offered is that of a working day", () => {
  expect(offered("2026-11-20T22:00:00Z", "UTC")).toBe("2026-11-23T08:00:00.000Z");
  expect(offered("2026-11-22T03:00:00Z", "UTC")).toBe("2026-11-23T08:00:00.000Z");
});

test("on the night of a clock change eight o'clock is eight o'clock", () => {
  expect(offered("2027-03-14T06:30:00Z", "America/New_York")).toBe("2027-03-15T12:00:00.000Z");
  expect(offered("2026-04-05T15:00:00Z", "Australia/Lord_Howe")).toBe("2026-04-05T21:30:00.000Z");
});

test("an unknown zone has no night", () => {
  expect(nightAt(new Date("2026-11-18T02:00:00Z"), "Mars/Base")).toBeNull();
});
