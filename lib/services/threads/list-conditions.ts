import { eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { campaigns, threads } from "@/lib/db/schema";
import type { ListView } from "@/lib/domain/list-view";
import type { Context } from "@/lib/services/context";
import type { ListThreadsInput } from "./schemas";

/** The conditions on thread rows that a list stands for, without search and place. All begin at the actor's workspace. */
export function conditionsOf({ actor }: Context, asked: z.output<typeof ListThreadsInput>): SQL[] {
  const conditions = [eq(threads.workspaceId, actor.workspaceId)];
  conditions.push(...(asked.view === "inbox" && asked.q ? [sql`${threads.kind} <> 'bulk'`] : VIEWS[asked.view](actor)));
  if (asked.mailboxId) conditions.push(eq(threads.mailboxId, asked.mailboxId));
  if (asked.categoryId) conditions.push(eq(threads.categoryId, asked.categoryId));
  if (asked.assigneeId) conditions.push(eq(threads.assigneeId, asked.assigneeId));
  if (asked.campaign)
    // A scalar subquery, so that the plan can use the campaign's own index.
    conditions.push(
      sql`${threads.campaignId} = (select ${campaigns.id} from ${campaigns} where ${campaigns.workspaceId} = ${actor.workspaceId} and ${campaigns.number} = ${asked.campaign})`,
    );
  return conditions;
}

/** What each view shows. The literals repeat the predicates of the partial indexes, which a parameter would not match. */
const VIEWS: Record<ListView, (actor: Context["actor"]) => SQL[]> = {
  inbox: () => [sql`${threads.isAwaitingAnswer}`, isNull(threads.archivedAt), isLead()],
  unread: () => [sql`${threads.unreadCount} > 0`, isNull(threads.archivedAt), isLead()],
  mine: ({ memberId }) => [eq(threads.assigneeId, memberId), isNull(threads.archivedAt), isLead()],
  unassigned: () => [
    isNull(threads.assigneeId),
    sql`${threads.isAwaitingAnswer}`,
    isNull(threads.archivedAt),
    isLead(),
  ],
  all: () => [isLead()],
  untracked: () => [sql`${threads.kind} = 'untracked'`, isNull(threads.archivedAt)],
  done: () => [isNotNull(threads.archivedAt), isLead()],
};

const isLead = (): SQL => sql`${threads.kind} = 'lead'`;
