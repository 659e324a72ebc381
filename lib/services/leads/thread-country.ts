import type { leads } from "@/lib/db/schema";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";
import { leadCountry } from "./lead-country";
import { whoChoseField } from "./who-chose-field";

/** Where a thread's lead is, how that is known and by whom; null where nothing tells, and for a stranger. */
export async function threadCountry(
  { db, now }: Context,
  lead: typeof leads.$inferSelect | null,
): Promise<ThreadView["country"]> {
  if (!lead) return null;
  const by = lead.country ? await whoChoseField(db, lead.id, "country") : null;
  const country = leadCountry(lead, now(), by !== null);
  return country && { ...country, by: by?.person ?? null };
}
