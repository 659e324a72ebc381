import { lte } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { presences } from "@/lib/db/schema";
import { PRESENCE_MS } from "@/lib/domain/presence";
import { notifyChanges } from "@/lib/realtime/notify";

/** Forgets windows that have gone without a word (a crash, a lost network), and has open screens read who is there. */
export async function sweepPresences(db: Database, now: Clock): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(presences)
      .where(lte(presences.seenAt, new Date(now().getTime() - PRESENCE_MS)))
      .returning({ workspaceId: presences.workspaceId, threadId: presences.threadId });
    await notifyChanges(
      tx,
      gone.map((each) => ({ ...each, kind: "presence" })),
    );
  });
}
