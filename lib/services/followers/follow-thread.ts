import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { threadFollowers, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import { record } from "../record";
import type { FollowThreadInput } from "./schemas";

/** Follows a thread, whose answers the actor is then told of, or no longer. @returns whether that is a change @throws AppError `not_found` (thread) */
export async function followThread({ actor, db, now }: Context, { threadId, on }: FollowThreadInput) {
  may(actor, "note.write");
  const { workspaceId, memberId } = actor;
  return db.transaction(async (tx) => {
    const isIt = and(eq(threads.id, threadId), threadsOf(actor));
    const [thread] = await tx.select({ id: threads.id }).from(threads).where(isIt).for("key share");
    if (!thread) throw new AppError("not_found", { reason: "thread" });
    const isMine = and(eq(threadFollowers.threadId, threadId), eq(threadFollowers.memberId, memberId));
    const changed = on
      ? await tx
          .insert(threadFollowers)
          .values({ threadId, memberId, createdAt: now() })
          .onConflictDoNothing()
          .returning()
      : await tx.delete(threadFollowers).where(isMine).returning();
    if (changed.length === 0) return { isChanged: false };
    await record(tx, actor, on ? "thread.followed" : "thread.unfollowed", { threadId });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    return { isChanged: true };
  });
}
