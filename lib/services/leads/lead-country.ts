import type { leads } from "@/lib/db/schema";
import { leadCountryOf, type LeadCountry } from "@/lib/domain/lead-country";
import { phoneCountry } from "./phone-country";

type Record = Pick<typeof leads.$inferSelect, "country" | "location" | "phone" | "timeZone">;

/** The country of a lead by its record alone, and how that is known; null where nothing tells. */
export function leadCountry(lead: Record, now: Date, isByPerson = false): LeadCountry | null {
  return leadCountryOf(
    {
      record: { country: lead.country, isByPerson },
      location: lead.location,
      phone: phoneCountry(lead.phone),
      zone: lead.timeZone,
    },
    now,
  );
}
