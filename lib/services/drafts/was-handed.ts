import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events } from "@/lib/db/schema";

/** Whether a draft of this id was given to a teammate: a window that still shows it must neither send nor save it again. */
export async function wasHanded(tx: Database, threadId: number, draftId: string): Promise<boolean> {
  const isIt = and(
    eq(events.threadId, threadId),
    eq(events.kind, "draft.handed"),
    sql`${events.data} ->> 'draftId' = ${draftId}`,
  );
  return (await tx.$count(events, isIt)) > 0;
}
