import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { assignmentRules, drafts, members, replies, tasks, threadReminders, threads } from "@/lib/db/schema";
import { isNeverNarrowed } from "@/lib/domain/permissions";
import { may, type Context } from "@/lib/services/context";
import { remindersAhead, threadsLeft } from "./left-behind";
import { memberOf } from "./member-of";
import type { MemberInput, MemberLeaving } from "./schemas";

/** What hangs on a member whom somebody thinks of deactivating, and who could take their threads. @throws AppError `not_found` */
export async function getMemberLeaving({ actor, db }: Context, { memberId }: MemberInput): Promise<MemberLeaving> {
  may(actor, "team.manage");
  await db.transaction((tx) => memberOf(tx, actor, memberId));
  const { workspaceId } = actor;
  const others = await db
    .select({ id: members.id, name: members.name, role: members.role, seesAll: members.seesAll })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        ne(members.id, memberId),
        ne(members.role, "client"),
        isNull(members.deactivatedAt),
      ),
    )
    .orderBy(asc(members.name));
  const isAtWork = and(eq(assignmentRules.workspaceId, workspaceId), isNull(assignmentRules.pausedAt));
  return {
    threads: await db.$count(threads, threadsLeft(db, workspaceId, memberId)),
    reminders: await db.$count(threadReminders, remindersAhead(db, memberId)),
    drafts: await db.$count(drafts, eq(drafts.authorId, memberId)),
    replies: await db.$count(
      replies,
      and(
        eq(replies.workspaceId, workspaceId),
        eq(replies.authorId, memberId),
        inArray(replies.status, ["awaiting_approval", "scheduled", "queued"]),
      ),
    ),
    tasks: await db.$count(tasks, and(eq(tasks.assigneeId, memberId), isNull(tasks.doneAt), isNull(tasks.removedAt))),
    others: others.map(({ id, name, role, seesAll }) => ({ id, name, isNarrowed: !seesAll && !isNeverNarrowed(role) })),
    hasRules: (await db.$count(assignmentRules, isAtWork)) > 0,
  };
}
