import { desc, eq } from "drizzle-orm";
import { smartleadBrokenRows } from "@/lib/db/schema";
import type { SmartleadBrokenRow } from "@/lib/domain/smartlead-health";
import { may, type Context } from "@/lib/services/context";
import { connectionOf } from "./connection-of";
import type { SmartleadConnectionInput } from "./schemas";

const MOST = 100;

/** What of an account could not be understood, as it came, the latest first. @throws AppError `forbidden`, `not_found` */
export async function listSmartleadBrokenRows(
  { actor, db }: Context,
  { connectionId }: SmartleadConnectionInput,
): Promise<SmartleadBrokenRow[]> {
  may(actor, "smartlead.manage");
  await connectionOf(db, actor, connectionId);
  const rows = await db
    .select()
    .from(smartleadBrokenRows)
    .where(eq(smartleadBrokenRows.connectionId, connectionId))
    .orderBy(desc(smartleadBrokenRows.lastSeenAt), desc(smartleadBrokenRows.id))
    .limit(MOST);
  return rows.map(({ id, source, raw, reason, times, firstSeenAt, lastSeenAt }) => ({
    id,
    source,
    raw,
    reason,
    times,
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}
