import { countryByName } from "./country-code";
import { countryZones } from "./country-zones";
import { sameClock } from "./wall-time";
import { zoneCountry } from "./zone-country";

/** What is known of where a lead is. */
export type CountryEvidence = {
  /** The country in the lead's record (ISO 3166). */
  record: { country: string | null; isByPerson: boolean };
  /** Where the record says the lead lives, in somebody's own words. */
  location: string;
  /** The country of the phone number. */
  phone: string | null;
  /** The time zone in the record. */
  zone: string | null;
};

/** `certainty` and `why` as for the clock (`LeadClock`). */
export type LeadCountry = {
  country: string;
  certainty: "known" | "likely" | "guess";
  why: "person" | "record" | "location" | "phone" | "zone";
};

/**
 * The country of a lead, and how that is known: what a person or a table said, else the country that ends the place ("Bergen,
 * Norway"), else that of the phone number, else the one that the time zone belongs to. Null where nothing tells. What the record's
 * zone speaks against is a guess.
 */
export function leadCountryOf({ record, location, phone, zone }: CountryEvidence, now: Date): LeadCountry | null {
  if (record.country)
    return { country: record.country, certainty: "known", why: record.isByPerson ? "person" : "record" };
  const named = countryByName(location.split(",").at(-1) ?? "");
  const told = named ?? phone;
  if (told) return { country: told, certainty: fits(told, zone, now), why: named ? "location" : "phone" };
  const byZone = zone && zoneCountry(zone);
  return byZone ? { country: byZone, certainty: "likely", why: "zone" } : null;
}

function fits(country: string, zone: string | null, now: Date): LeadCountry["certainty"] {
  if (!zone) return "likely";
  return countryZones(country).zones.some((each) => sameClock(each, zone, now)) ? "likely" : "guess";
}
