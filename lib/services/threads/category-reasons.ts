import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import type { HeldThread } from "./triage-values";

/** Who gave a thread its category and why, as its row has it. */
export type CategoryReason = Pick<HeldThread, "categorySource" | "categoryBecause">;

/** Gives threads back the reasons that their categories had before a person chose. */
export async function restoreReasons(tx: Database, reasons: Map<number, CategoryReason>): Promise<void> {
  if (reasons.size === 0) return;
  const before = sql.join(
    [...reasons].map(
      ([id, { categorySource, categoryBecause }]) =>
        sql`(${id}::bigint, ${categorySource}::text, ${categoryBecause}::text)`,
    ),
    sql`, `,
  );
  await tx.execute(sql`
    update threads set category_source = before.source, category_because = before.because
    from (values ${before}) before (id, source, because) where threads.id = before.id`);
}
