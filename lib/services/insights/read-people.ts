import { eq } from "drizzle-orm";
import { members } from "@/lib/db/schema";
import { personKey } from "@/lib/domain/insights/answers";
import { MISSED_KEY } from "@/lib/domain/insights/follow-ups";
import type { PeopleInsight, PersonFigures } from "@/lib/domain/insights/insight-blocks";
import { countByKey, timesByKey } from "@/lib/domain/insights/insight-case";
import { timeFigure } from "@/lib/domain/insights/time-figure";
import { type Context, may } from "@/lib/services/context";
import { answerCases } from "./answer-cases";
import { followUpCases } from "./follow-up-cases";
import { openInsight } from "./open-insight";
import { replyCases } from "./reply-cases";
import { replyCount } from "./read-replies";
import type { InsightFilters } from "./schemas";
import { waitingCases } from "./waiting-cases";

/**
 * The figures person by person, who answered most first; the last is what is nobody's. Answers count for who wrote them, all else for
 * the thread's owner.
 * @throws AppError `forbidden` for who leads no team, and as `openInsight`
 */
export async function readPeople(ctx: Context, asked: InsightFilters): Promise<PeopleInsight> {
  may(ctx.actor, "insight.people");
  const insight = await openInsight(ctx, asked);
  const { now } = insight.span;
  const answers = timesByKey(await answerCases(ctx, insight, now));
  const replies = countByKey(await replyCases(ctx, insight, now));
  const waiting = countByKey(await waitingCases(ctx, insight));
  const followUps = countByKey(await followUpCases(ctx, insight, now));
  const people = await ctx.db
    .select({ id: members.id, name: members.name, role: members.role, deactivatedAt: members.deactivatedAt })
    .from(members)
    .where(eq(members.workspaceId, ctx.actor.workspaceId))
    .orderBy(members.name, members.id);
  const figuresOf = (id: string | null): Omit<PersonFigures, "person"> => {
    const key = personKey(id);
    const missed = followUps.get(`${key}:${MISSED_KEY}`) ?? 0;
    return {
      answers: timeFigure(answers.get(key) ?? []),
      replies: replyCount(replies, key),
      unanswered: waiting.get(key) ?? 0,
      followUps: { kept: (followUps.get(key) ?? 0) - missed, missed },
    };
  };
  const shown = people
    .map(({ id, name, ...member }) => ({ person: { id, name }, ...figuresOf(id), isHere: worksHere(member) }))
    .filter((each) => each.isHere || hasFigures(each))
    .map(({ isHere: _here, ...each }) => each)
    .toSorted((a, b) => b.answers.count - a.answers.count);
  return { people: [...shown, { person: null, ...figuresOf(null) }] };
}

/** Who left, or is a client now, stands there as long as something in the span was theirs. */
const worksHere = ({ role, deactivatedAt }: Pick<typeof members.$inferSelect, "role" | "deactivatedAt">): boolean =>
  deactivatedAt === null && role !== "client";

const hasFigures = ({ answers, replies, unanswered, followUps }: Omit<PersonFigures, "person">): boolean =>
  answers.count + replies.replies + unanswered + followUps.kept + followUps.missed > 0;
