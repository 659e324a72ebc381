import { countryCodes } from "./country-code";
import { zonesOfCountry } from "./country-zones";

/** The one country (ISO 3166) that a zone of IANA's belongs to; null where it belongs to none or to several ("UTC", "CET"). */
export function zoneCountry(zone: string): string | null {
  if (!zone.includes("/")) return null;
  return owners().get(zone) ?? owners().get(canonical(zone)) ?? null;
}

let known: Map<string, string | null> | undefined;

function owners(): Map<string, string | null> {
  if (known) return known;
  known = new Map();
  for (const country of countryCodes())
    for (const zone of zonesOfCountry(country)) known.set(zone, known.has(zone) ? null : country);
  return known;
}

/** Zones have former names (Europe/Kiev), of which the runtime knows which is which. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
