import { type SQL, sql } from "drizzle-orm";
import { leads } from "@/lib/db/schema";

/** A joined lead's whole name in the order in which it is written, "" where it has none, null where there is no lead; as `leadName` does it. */
export const LEAD_NAME: SQL<string> = sql`trim(case
  when ${leads.firstName} || ${leads.lastName} ~ '^(?=.*[\\u3005-\\u309f\\u3400-\\u9fff\\uac00-\\ud7af])[\\u3005-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af[:space:]]+$'
  then ${leads.lastName} || ' ' || ${leads.firstName} else ${leads.firstName} || ' ' || ${leads.lastName} end)`;
