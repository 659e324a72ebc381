import { countryCode } from "@/lib/domain/country-code";
import { isZone } from "@/lib/domain/wall-time";
import { Line } from "./schemas";

/** What a row says of a lead beside name and address; an empty text, or null, for what it does not say. */
export type LeadProfile = {
  company: string;
  title: string;
  website: string;
  phone: string;
  linkedin: string;
  location: string;
  /** ISO 3166. */
  country: string | null;
  timeZone: string | null;
};

/**
 * Rows of campaigns carry these fields in `lead`, others in the row itself or behind `lead_`; the master inbox mostly has none. What
 * is too long for a line of ours is left out.
 */
export function leadProfileOf(row: Record<string, unknown>): LeadProfile {
  const inner = typeof row["lead"] === "object" && row["lead"] !== null ? (row["lead"] as Record<string, unknown>) : {};
  const first = (maximum: number, ...names: string[]) =>
    names
      .flatMap((name) => [inner[name], row[name], row[`lead_${name}`]])
      .map((value) => Line.parse(value))
      .find((text) => text !== "" && text.length <= maximum) ?? "";
  const zone = first(100, "timezone", "time_zone");
  return {
    company: first(300, "company_name", "company"),
    title: first(300, "title", "job_title"),
    website: first(500, "website", "company_url"),
    phone: first(100, "phone_number", "phone"),
    linkedin: first(500, "linkedin_profile", "linkedin_url"),
    location: first(300, "location"),
    country: countryCode(first(100, "country")),
    timeZone: isZone(zone) ? zone : null,
  };
}
