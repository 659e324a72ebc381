import { and, eq, sql, type SQL } from "drizzle-orm";
import { campaigns, members, teamMembers, threads } from "@/lib/db/schema";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import { type DaySpan, insightSpan, type InsightSpan } from "@/lib/domain/insights/insight-span";
import { NONE } from "@/lib/domain/list-view";
import { roleMay } from "@/lib/domain/permissions";
import { isZone } from "@/lib/domain/wall-time";
import { AppError } from "@/lib/core/errors";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { mayFilter } from "@/lib/services/threads/may-filter";
import type { InsightFilters } from "./schemas";

/** What a question about figures stands on: whose threads, and which days on the reader's clock. */
export type Insight = {
  /** The condition on `threads`: the reader's own, of leads, narrowed. */
  where: SQL;
  span: InsightSpan;
  now: Date;
};

/** Finds the cases of a block in one of the two spans. */
export type FindCases = (ctx: Context, insight: Insight, span: DaySpan) => Promise<InsightCase[]>;

/**
 * Opens a question: who may ask it, by which clock, and for which threads.
 * @throws AppError `forbidden` for who may not see figures, or not those of another person or team
 */
export async function openInsight(ctx: Context, asked: InsightFilters): Promise<Insight> {
  const { actor, db, now } = ctx;
  may(actor, "insight.read");
  mayFilter(actor, { view: "all", assigneeId: asked.personId });
  if (asked.teamId) await maySeeTeam(ctx, asked.teamId);
  const [reader] = await db.select({ zone: members.timeZone }).from(members).where(eq(members.id, actor.memberId));
  const zone = reader && isZone(reader.zone) ? reader.zone : "UTC";
  return { where: and(threadsOf(actor), ...conditionsOf(ctx, asked))!, span: insightSpan(asked, zone), now: now() };
}

/** Managers see every team, others their own. */
async function maySeeTeam({ actor, db }: Context, teamId: string): Promise<void> {
  if (roleMay(actor.role, "insight.people")) return;
  const isOwn = and(eq(teamMembers.teamId, teamId), eq(teamMembers.memberId, actor.memberId));
  if ((await db.$count(teamMembers, isOwn)) === 0) throw new AppError("forbidden");
}

function conditionsOf({ actor }: Context, asked: InsightFilters): SQL[] {
  const conditions = [sql`${threads.kind} = 'lead'`];
  if (asked.campaign !== undefined)
    conditions.push(
      sql`${threads.campaignId} = (select ${campaigns.id} from ${campaigns} where ${campaigns.workspaceId} = ${actor.workspaceId} and ${campaigns.number} = ${asked.campaign})`,
    );
  if (asked.mailboxId) conditions.push(eq(threads.mailboxId, asked.mailboxId));
  if (asked.categoryId) conditions.push(isOrNone(threads.categoryId, asked.categoryId));
  if (asked.personId) conditions.push(isOrNone(threads.assigneeId, asked.personId));
  if (asked.teamId)
    conditions.push(
      sql`${threads.assigneeId} in (select ${teamMembers.memberId} from ${teamMembers} where ${teamMembers.teamId} = ${asked.teamId})`,
    );
  return conditions;
}

const isOrNone = (column: typeof threads.categoryId | typeof threads.assigneeId, id: string): SQL =>
  id === NONE ? sql`${column} is null` : eq(column, id);
