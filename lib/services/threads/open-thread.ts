import { roleMay } from "@/lib/domain/permissions";
import type { OpenThread } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { getThread } from "./get-thread";
import type { GetThreadInput } from "./schemas";

/** A thread with the actor's own draft in it. @throws AppError `not_found` as `getThread` does */
export async function openThread(ctx: Context, input: GetThreadInput): Promise<OpenThread> {
  const thread = await getThread(ctx, input);
  return {
    thread,
    draft: roleMay(ctx.actor.role, "reply.send") ? await findDraft(ctx, { threadId: thread.id }) : null,
  };
}
