import { sql } from "drizzle-orm";
import { bytesList } from "@/lib/db/bytes-list";
import type { Database } from "@/lib/db/client";
import { messageSources } from "@/lib/db/schema";

/**
 * Writes the raw sources of a batch's messages by one statement, whose text is the same for any number of them. Side by side in the
 * list of what is selected PostgreSQL hands the two lists' items on one by one; in `from` it would put all of them aside first, on the
 * disk where they are many.
 */
export async function writeSources(tx: Database, sources: (typeof messageSources.$inferInsert)[]): Promise<void> {
  if (sources.length === 0) return;
  const ids = sources.map(({ messageId }) => messageId);
  const raws = bytesList(sources.map(({ raw }) => raw));
  await tx.execute(
    sql`insert into ${messageSources} ("message_id", "raw") select unnest(${sql.param(ids)}::uuid[]), unnest(${sql.param(raws)}::bytea[])`,
  );
}
