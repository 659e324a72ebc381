import { and, eq, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { announceReply, lockReply } from "./reply-row";

/** How long after its time the history may still come to show what Smartlead has kept. */
const PATIENCE_MS = 6 * 60 * 60_000;

/**
 * What Smartlead was to send hours ago and shows no trace of may have left or not: it is `unknown`, is still looked for, and a
 * person may say what became of it. It is never sent again by itself.
 * @returns how many were given up
 */
export async function giveUpHandedOver(db: Database, now: Clock): Promise<number> {
  const until = new Date(now().getTime() - PATIENCE_MS).toISOString();
  const isLong = and(
    eq(replies.status, "handed_over"),
    sql`greatest(${replies.handedOverAt}, ${replies.scheduledAt}) < ${until}::timestamptz`,
  );
  const found = await db.select({ id: replies.id }).from(replies).where(isLong).limit(200);
  let count = 0;
  for (const { id } of found)
    await db.transaction(async (tx) => {
      const reply = await lockReply(tx, id);
      if (reply?.status !== "handed_over") return;
      await tx.update(replies).set({ status: "unknown" }).where(eq(replies.id, id));
      await announceReply(tx, reply, "reply.unknown");
      count++;
    });
  return count;
}
