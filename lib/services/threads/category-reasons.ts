import { sql } from "drizzle-orm";
import { decrypt, encrypt } from "@/lib/core/secrets";
import type { Database } from "@/lib/db/client";
import type { HeldThread } from "./triage-values";

/** Who gave a thread its category and why, as its row has it. */
export type CategoryReason = Pick<HeldThread, "categorySource" | "categoryBecause">;

/** As the history keeps it: a reason may quote the mail, and the history holds no words of mail that anybody could read there. */
export const sealReason = (threadId: number, { categorySource, categoryBecause }: CategoryReason): CategoryReason => ({
  categorySource,
  categoryBecause: categoryBecause === null ? null : encrypt(categoryBecause, sealOf(threadId)),
});

const sealOf = (threadId: number): string => `category-reason:${threadId}`;

/** A key that is gone takes only the words of a reason along. */
function opened(threadId: number, sealed: string | null): string | null {
  if (sealed === null) return null;
  try {
    return decrypt(sealed, sealOf(threadId));
  } catch {
    return null;
  }
}

/** Gives threads back the reasons that their categories had before a person chose, as `sealReason` kept them. */
export async function restoreReasons(tx: Database, reasons: Map<number, CategoryReason>): Promise<void> {
  if (reasons.size === 0) return;
  const before = sql.join(
    [...reasons].map(
      ([id, { categorySource, categoryBecause }]) =>
        sql`(${id}::bigint, ${categorySource}::text, ${opened(id, categoryBecause)}::text)`,
    ),
    sql`, `,
  );
  await tx.execute(sql`
    update threads set category_source = before.source, category_because = before.because
    from (values ${before}) before (id, source, because) where threads.id = before.id`);
}
