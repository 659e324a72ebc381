import { roleMay } from "@/lib/domain/permissions";
import type { OpenThread } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";
import { findDraft } from "@/lib/services/drafts/find-draft";
import { listGivenTo } from "@/lib/services/drafts/list-given-to";
import { getThread } from "./get-thread";
import type { GetThreadInput } from "./schemas";

/** A thread with the actor's own draft in it, and who has one that was the actor's. @throws AppError `not_found` as `getThread` does */
export async function openThread(ctx: Context, input: GetThreadInput): Promise<OpenThread> {
  const [thread, own] = await Promise.all([getThread(ctx, input), draftsOf(ctx, input.threadId)]);
  // A thread that was merged has gone on under another number.
  return { thread, ...(thread.id === input.threadId ? own : await draftsOf(ctx, thread.id)) };
}

async function draftsOf(ctx: Context, threadId: number): Promise<Omit<OpenThread, "thread">> {
  if (!roleMay(ctx.actor.role, "reply.send")) return { draft: null };
  const [draft, givenTo] = await Promise.all([findDraft(ctx, { threadId }), listGivenTo(ctx, { threadId })]);
  return { draft, ...(givenTo.length > 0 ? { givenTo } : {}) };
}
