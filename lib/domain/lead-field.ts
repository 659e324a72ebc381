/** What a person can change of a lead, by the names of its columns. The address stays what the lead is known by. */
export const LEAD_FIELDS = [
  "firstName",
  "lastName",
  "company",
  "title",
  "phone",
  "website",
  "linkedin",
  "location",
  "country",
  "timeZone",
] as const;
export type LeadField = (typeof LEAD_FIELDS)[number];
