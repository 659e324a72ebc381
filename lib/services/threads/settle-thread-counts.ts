import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

/** Fewer entries than this are read as quickly as one. */
const WORTH_IT = 500;

/** Adds the entries of each count up to one, so that reading stays cheap. Counts are the same before and after, for everybody. */
export async function settleThreadCounts(db: Database): Promise<void> {
  const { rows } = await db.execute<{ workspace_id: string }>(
    sql`select workspace_id from thread_counts group by workspace_id having count(*) > ${WORTH_IT}`,
  );
  for (const { workspace_id } of rows)
    await db.execute(sql`
      with entries as (delete from thread_counts where workspace_id = ${workspace_id} returning list, key, n)
      insert into thread_counts (workspace_id, list, key, n)
      select ${workspace_id}, list, key, sum(n) from entries group by list, key having sum(n) <> 0`);
}
