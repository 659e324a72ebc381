import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { presences, threads } from "@/lib/db/schema";
import { MOST_WINDOWS, PRESENCE_MS } from "@/lib/domain/presence";
import { notifyChanges } from "@/lib/realtime/notify";
import { threadsOf } from "../access/threads-of";
import { may, type Actor, type Context } from "../context";
import type { TellPresenceInput } from "./schemas";

/**
 * Takes what a window says of itself: it shows a thread, somebody writes in it, or it has left. A window is in one thread at a time. Others
 * are told when that changes, and not when a window only says that it is still there.
 * @throws AppError `not_found` for a thread that the actor does not see
 */
export async function tellPresence({ actor, db, now }: Context, input: TellPresenceInput): Promise<void> {
  may(actor, "presence.share");
  await db.transaction(async (tx) => {
    const changed = input.state === null ? await leave(tx, actor, input) : await enter(tx, actor, input, now());
    const { workspaceId } = actor;
    await notifyChanges(
      tx,
      changed.map((threadId) => ({ workspaceId, kind: "presence", threadId })),
    );
  });
}

const isWindow = ({ memberId }: Actor, { windowId }: TellPresenceInput) =>
  and(eq(presences.memberId, memberId), eq(presences.windowId, windowId));

/** Only the thread it names: a word of leaving may come after the window has entered the next one. */
async function leave(tx: Database, actor: Actor, input: TellPresenceInput): Promise<number[]> {
  const left = await tx
    .delete(presences)
    .where(and(isWindow(actor, input), eq(presences.threadId, input.threadId)))
    .returning({ threadId: presences.threadId });
  return left.map(({ threadId }) => threadId);
}

/** @returns the threads in which something is to be seen anew */
async function enter(tx: Database, actor: Actor, input: TellPresenceInput, at: Date): Promise<number[]> {
  const { windowId, threadId } = input;
  const { memberId, workspaceId } = actor;
  const [thread] = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(threadsOf(actor), eq(threads.id, threadId)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const state = input.state!;
  const [former] = await tx.select().from(presences).where(isWindow(actor, input)).for("update");
  await tx
    .insert(presences)
    .values({ memberId, windowId, workspaceId, threadId, state, seenAt: at })
    .onConflictDoUpdate({
      target: [presences.memberId, presences.windowId],
      set: { threadId, state, seenAt: sql`excluded.seen_at` },
    });
  const crowdedOut = former ? [] : await dropOldest(tx, memberId);
  const isForgotten = !former || at.getTime() - former.seenAt.getTime() > PRESENCE_MS;
  if (isForgotten) return [threadId, ...crowdedOut];
  if (former.threadId !== threadId) return [former.threadId, threadId];
  return former.state === state ? [] : [threadId];
}

/** A member's windows beyond the newest go, so that nobody fills the table. @returns the threads that they were in */
async function dropOldest(tx: Database, memberId: string): Promise<number[]> {
  const older = tx
    .select({ windowId: presences.windowId })
    .from(presences)
    .where(eq(presences.memberId, memberId))
    .orderBy(desc(presences.seenAt), desc(presences.windowId))
    .offset(MOST_WINDOWS);
  const gone = await tx
    .delete(presences)
    .where(and(eq(presences.memberId, memberId), inArray(presences.windowId, older)))
    .returning({ threadId: presences.threadId });
  return gone.map(({ threadId }) => threadId);
}
