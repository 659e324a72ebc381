import { describe, expect, test } from "vitest";
import { countryCode, countryCodes } from "./country-code";
import { type CountryEvidence, leadCountryOf } from "./lead-country";
import { zoneCountry } from "./zone-country";

const NOW = new Date("2026-11-18T09:52:00Z");
const NOTHING: CountryEvidence = {
  record: { country: null, isByPerson: false },
  location: "",
  phone: null,
  zone: null,
};
const told = (evidence: Partial<CountryEvidence>) => {
  const found = leadCountryOf({ ...NOTHING, ...evidence }, NOW);
  return found && `${found.country} ${found.certainty} ${found.why}`;
};

describe("the country of a lead, and how sure that is", () => {
  test.each<[string, Partial<CountryEvidence>, string | null]>([
    ["a person's word", { record: { country: "PL", isByPerson: true }, phone: "US" }, "PL known person"],
    ["the record", { record: { country: "PL", isByPerson: false }, zone: "Asia/Tokyo" }, "PL known record"],
    ["the end of the place", { location: "Bergen, Norge", phone: "SE" }, "NO likely location"],
    ["a state is no country", { location: "San Francisco, CA" }, null],
    ["nor is one that bears a country's name", { location: "Atlanta, Georgia" }, null],
    ["the phone", { phone: "DE", zone: "Europe/Berlin" }, "DE likely phone"],
    ["the phone, while the clock is another's", { phone: "US", zone: "Europe/Oslo" }, "US guess phone"],
    ["the zone", { zone: "Europe/Kyiv" }, "UA likely zone"],
    ["a zone of no country", { zone: "Etc/UTC" }, null],
    ["nothing", {}, null],
  ])("%s", (_, evidence, expected) => expect(told(evidence)).toBe(expected));
});

test.each([
  ["pl", "PL"],
  [" Österreich ", "AT"],
  ["Oesterreich", null],
  ["türkiye", "TR"],
  ["USA", "US"],
  ["uk", "GB"],
  ["United Kingdom", "GB"],
  ["XX", null],
  ["EU", null],
  ["", null],
  ["constructor", null],
])("%s is the country %s", (text, expected) => expect(countryCode(text)).toBe(expected));

test("each zone that a country alone has leads back to it, by its new name too", () => {
  expect(["Asia/Kathmandu", "Asia/Kolkata", "America/St_Johns", "Pacific/Chatham"].map(zoneCountry)).toEqual([
    "NP",
    "IN",
    "CA",
    "NZ",
  ]);
  expect(["UTC", "CET", "+03:00", "Moon/Sea", ""].map(zoneCountry)).toEqual([null, null, null, null, null]);
  expect(countryCodes()).toHaveLength(new Set(countryCodes()).size);
  expect(countryCodes().length).toBeGreaterThan(230);
});
