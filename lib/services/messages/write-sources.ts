import { sql } from "drizzle-orm";
import { bytesList } from "@/lib/db/bytes-list";
import type { Database } from "@/lib/db/client";
import { messageSources } from "@/lib/db/schema";

/** Writes raw sources of messages, all by one statement whose text is the same for any number of them. */
export async function writeSources(tx: Database, sources: (typeof messageSources.$inferInsert)[]): Promise<void> {
  if (sources.length === 0) return;
  const ids = sources.map(({ messageId }) => messageId);
  const raws = bytesList(sources.map(({ raw }) => raw));
  await tx.execute(
    sql`insert into ${messageSources} ("message_id", "raw") select * from unnest(${sql.param(ids)}::uuid[], ${sql.param(raws)}::bytea[])`,
  );
}
