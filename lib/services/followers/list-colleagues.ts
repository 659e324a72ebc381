import { and, asc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members, threadFollowers, threads } from "@/lib/db/schema";
import type { ThreadColleagues } from "@/lib/domain/thread-view";
import { listWhoSees } from "../access/list-who-sees";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import type { ListColleaguesInput } from "./schemas";

/** Who of the team sees a thread, and so can be named or given a task in it, and who follows it. @throws AppError `not_found` (thread) */
export async function listColleagues(
  { actor, db }: Context,
  { threadId }: ListColleaguesInput,
): Promise<ThreadColleagues> {
  may(actor, "note.write");
  const [thread] = await db
    .select()
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const people = await listWhoSees(db, thread);
  const followers = await db
    .select({ id: members.id, name: members.name })
    .from(threadFollowers)
    .innerJoin(members, eq(members.id, threadFollowers.memberId))
    .where(eq(threadFollowers.threadId, threadId))
    .orderBy(asc(members.name), asc(members.id));
  const seeing = new Set(people.map(({ id }) => id));
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    followers: followers.filter(({ id }) => seeing.has(id)),
  };
}
