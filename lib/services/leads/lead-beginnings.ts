import { type SQL, sql } from "drizzle-orm";
import { leads } from "@/lib/db/schema";

/** What a lead is looked up by: name, surname, address, company, domain; as the indexes `leads_by_…` have them. */
export const LEAD_BEGINNINGS: SQL[] = [
  sql`(lower(${leads.firstName} || ' ' || ${leads.lastName}) collate "C")`,
  sql`(lower(${leads.lastName}) collate "C")`,
  sql`(lower(${leads.email}::text) collate "C")`,
  sql`(lower(${leads.company}) collate "C")`,
  sql`(lower(split_part(${leads.email}::text, '@', 2)) collate "C")`,
];
