import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { ThreadIdsInput } from "./schemas";

/**
 * Puts archived threads back where they were. Those that the actor cannot see are not found;
 * those that are not archived are left as they are.
 * @returns the ids that changed, so that undo touches only those
 */
export async function unarchiveThreads({ actor, db }: Context, { threadIds }: ThreadIdsInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(threads)
      .set({ archivedAt: null })
      .where(
        and(inArray(threads.id, threadIds), eq(threads.workspaceId, actor.workspaceId), isNotNull(threads.archivedAt)),
      )
      .returning({ id: threads.id });
    for (const { id } of changed) await record(tx, actor, "thread.unarchived", { threadId: id });
    if (changed.length > 0) await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "list" });
    return { threadIds: changed.map(({ id }) => id) };
  });
}
