import { expect, test } from "vitest";
import { countryZones } from "./country-zones";
import { type ClockEvidence, leadClockOf } from "./lead-clock";
import { isZone, wallTimeOf } from "./wall-time";

const now = new Date("2026-11-26T12:00:00Z");
const sentAt = new Date("2026-11-20T12:00:00Z");
const nothing: ClockEvidence = { record: { zone: null, isByPerson: false }, phone: null, date: null };
const phone = (country: string) => ({ country, ...countryZones(country) });
const clock = (evidence: Partial<ClockEvidence>) => leadClockOf({ ...nothing, ...evidence }, now);

test("what somebody wrote down wins over all else, and says who did", () => {
  const others = { phone: phone("TR"), date: { offset: 540, sentAt } };

  expect(clock({ ...others, record: { zone: "Europe/Berlin", isByPerson: false } })).toMatchObject({
    zone: "Europe/Berlin",
    certainty: "known",
    why: "record",
  });
  expect(clock({ ...others, record: { zone: "Asia/Tokyo", isByPerson: true } })).toMatchObject({ why: "person" });
  expect(clock({ ...others, record: { zone: "Middle/Earth", isByPerson: true } })).toMatchObject({ why: "phone" });
});

test("a phone number tells the zone of its country, as likely as the last message lets it be", () => {
  expect(clock({ phone: phone("TR") })).toMatchObject({ zone: "Europe/Istanbul", certainty: "likely", country: "TR" });
  expect(clock({ phone: phone("TR"), date: { offset: 180, sentAt } })).toMatchObject({ certainty: "likely" });
  expect(clock({ phone: phone("TR"), date: { offset: 540, sentAt } })).toMatchObject({
    zone: "Europe/Istanbul",
    certainty: "guess",
  });
  expect(clock({ phone: phone("ES") })).toMatchObject({ zone: "Europe/Madrid" });
});

test("without a number the record's country tells as much", () => {
  expect(clock({ country: phone("NP") })).toMatchObject({ zone: "Asia/Katmandu", why: "country", country: "NP" });
  expect(clock({ country: phone("NP"), phone: phone("TR") })).toMatchObject({ why: "phone", country: "TR" });
  expect(clock({ country: phone("NP"), phone: phone("US") })).toMatchObject({ why: "country", country: "NP" });
});

test("of a country with many clocks the last message says which; without one nothing is claimed", () => {
  expect(clock({ phone: phone("US"), date: { offset: -480, sentAt } })).toMatchObject({
    zone: "America/Los_Angeles",
    why: "phone",
  });
  expect(clock({ phone: phone("US") })).toBeNull();
  expect(clock({ phone: phone("US"), date: { offset: 60, sentAt } })).toMatchObject({ zone: "+01:00", why: "date" });
});

test("without a number the offset of the last message stands, and is a guess when it is old or says UTC", () => {
  expect(clock({ date: { offset: -210, sentAt } })).toEqual({
    zone: "-03:30",
    certainty: "likely",
    why: "date",
    country: null,
    sentAt: sentAt.toISOString(),
  });
  expect(wallTimeOf(now, "-03:30").time).toBe("08:30");
  expect(clock({ date: { offset: 0, sentAt } })).toMatchObject({ certainty: "guess" });
  expect(clock({ date: { offset: 60, sentAt: new Date("2026-06-01T00:00:00Z") } })).toMatchObject({
    certainty: "guess",
  });
  expect(clock({})).toBeNull();
});

test("every country's zones are zones, and what is no country has none", () => {
  for (const country of ["AR", "AU", "BR", "CA", "CL", "CN", "DE", "EC", "ES", "ID", "KZ", "MX", "MY", "NZ", "PT"])
    expect(countryZones(country).zones.filter((zone) => !isZone(zone))).toEqual([]);
  for (const country of ["RU", "UA", "US", "UZ", "GB"])
    expect(countryZones(country).zones.filter((zone) => !isZone(zone))).toEqual([]);
  expect(countryZones("GB").zones).toEqual(["Europe/London"]);
  expect(countryZones("").zones).toEqual([]);
  expect(countryZones("001").zones).toEqual([]);
});
