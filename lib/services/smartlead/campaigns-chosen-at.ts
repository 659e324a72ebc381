import { and, eq, gte, max, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events } from "@/lib/db/schema";
import type { ConnectionRow } from "./connection-of";

/** When campaigns were last added to what is read: what was answered by then is not news. */
export async function campaignsChosenAt(db: Database, connection: ConnectionRow): Promise<Date> {
  const { id, workspaceId, createdAt } = connection;
  const isChoice = and(
    eq(events.workspaceId, workspaceId),
    gte(events.at, createdAt),
    eq(events.kind, "smartlead.campaigns_chosen"),
    eq(events.subjectId, id),
    sql`(${events.data}->>'added')::int > 0`,
  );
  const [found] = await db
    .select({ at: max(events.at) })
    .from(events)
    .where(isChoice);
  return found?.at ?? createdAt;
}
