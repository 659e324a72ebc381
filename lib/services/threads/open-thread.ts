import { roleMay } from "@/lib/domain/permissions";
import type { OpenThread } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { getThread } from "./get-thread";
import type { GetThreadInput } from "./schemas";

/** A thread with the actor's own draft in it. @throws AppError `not_found` as `getThread` does */
export async function openThread(ctx: Context, input: GetThreadInput): Promise<OpenThread> {
  const draftOf = async (threadId: number) =>
    roleMay(ctx.actor.role, "reply.send") ? await findDraft(ctx, { threadId }) : null;
  const [thread, draft] = await Promise.all([getThread(ctx, input), draftOf(input.threadId)]);
  // A thread that was merged has gone on under another number.
  return { thread, draft: thread.id === input.threadId ? draft : await draftOf(thread.id) };
}
