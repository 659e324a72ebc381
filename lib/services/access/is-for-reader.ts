import { type SQL, sql } from "drizzle-orm";
import { messages } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";

/**
 * The condition on `messages` whose words a reader may have: a report of a mail that was not delivered names its recipients, those of
 * blind copies too, in its text and in what hangs on it. Undefined for who may know of these.
 */
export function isForReader({ role }: { role: Role }): SQL | undefined {
  return roleMay(role, "plan.read") ? undefined : sql`${messages.bounces} = '[]'::jsonb`;
}
