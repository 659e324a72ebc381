import { and, asc, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { OfThreadInput } from "./schemas";
import { whoDecides } from "./who-decides";

/** Whom the actor can ask to look at a reply of a thread, by name. @throws AppError `not_found` (thread) */
export async function listReviewers({ actor, db }: Context, { id: threadId }: OfThreadInput) {
  may(actor, "review.ask");
  if ((await db.$count(threads, and(threadsOf(actor), eq(threads.id, threadId)))) === 0)
    throw new AppError("not_found", { reason: "thread" });
  const ids = await whoDecides(db, { workspaceId: actor.workspaceId, threadId, authorId: actor.memberId });
  if (ids.length === 0) return [];
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(inArray(members.id, ids))
    .orderBy(asc(members.name), asc(members.id));
}
