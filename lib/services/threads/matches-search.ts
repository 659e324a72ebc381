import { and, or, type SQL, sql } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import { parseSearch, type SearchItem } from "@/lib/domain/search-query";
import { isForReader } from "@/lib/services/access/is-for-reader";
import { inScope } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { livedSince, sentCondition, threadCondition } from "./search-conditions";
import { allOf, anyOf, isIndexed, tsqueryOf } from "./search-tsquery";

/** Of a rare word's matches the newest thousand count. */
const NEWEST = 1000;
/** A word is common when it stands in 6 of the newest 300 messages; reading more of them would cost more than a wrong guess. */
const SAMPLE = 300;
const COMMON = 6;

/**
 * The condition on a thread's row that what was typed stands for. All that is asked of messages has to hold for one of them;
 * what is excluded must stand in none. A rare word is looked up in the full-text index. A common one would have too many
 * matches there: the list is walked in its order instead, which finds a page's worth soon.
 * @param conditions on the thread's row, so that the newest matches are those of the list that was asked for
 */
export async function matchesSearch(ctx: Context, typed: string, conditions: SQL[]): Promise<SQL> {
  const { groups, findsNothing } = parseSearch(typed);
  if (findsNothing) return sql`false`;
  const { ofMessage, ofRow, ofThread } = await conditionsIn(ctx, groups);
  const match = and(...ofMessage);
  const found = match ? [await matchCondition(ctx, match, [...conditions, ...ofRow], groups)] : [];
  return and(...ofRow, ...ofThread, ...found) ?? sql`true`;
}

/** `ofRow` reads the thread's row alone, `ofThread` looks into its messages as well. */
async function conditionsIn(ctx: Context, groups: SearchItem[][]) {
  const days = groups.filter(isOfMessage).flat();
  const ofRow = days.flatMap(({ term }) => (term.kind === "sent" && term.from ? [livedSince(ctx, term.from)] : []));
  const ofThread: SQL[] = [];
  for (const group of groups.filter((each) => !isOfMessage(each)))
    (group.some(({ term }) => isIndexed(term) || term.kind === "sent") ? ofThread : ofRow).push(
      await groupCondition(ctx, group),
    );
  return { ofMessage: messageConditions(ctx, groups), ofRow, ofThread };
}

/** Asked of one and the same message: words, fields and marks, one or several joined by OR, and dates. */
const isOfMessage = (group: SearchItem[]): boolean =>
  group.every(({ term, isNegated }) => !isNegated && isIndexed(term)) ||
  (group.length === 1 && !group[0]!.isNegated && group[0]!.term.kind === "sent");

const isText = (groups: SearchItem[][]): boolean =>
  groups.filter(isOfMessage).some((group) => group.every(({ term }) => isIndexed(term)));

function messageConditions(ctx: Context, groups: SearchItem[][]): SQL[] {
  const asked = groups.filter(isOfMessage);
  const queries = asked
    .map((group) => group.map(({ term }) => term).filter(isIndexed))
    .filter((terms) => terms.length > 0)
    .map((terms) => anyOf(terms.map(tsqueryOf)));
  const dates = asked.flat().flatMap(({ term }) => (term.kind === "sent" ? [sentCondition(ctx, term)] : []));
  return [...(queries.length > 0 ? [hasText(ctx, allOf(queries))] : []), ...dates];
}

/** The index holds Bcc as well, and reports that name it; for whom neither is, what has them is not searched. */
function hasText({ actor }: Context, query: SQL): SQL {
  const words = sql`${messages.search} @@ ${query}`;
  const readable = isForReader(actor);
  return readable ? sql`(${words} and ${messages.bcc} = '[]'::jsonb and ${readable})` : words;
}

/** Anything else is asked of the thread, each item by itself. */
async function groupCondition(ctx: Context, group: SearchItem[]): Promise<SQL> {
  const conditions: SQL[] = [];
  for (const { term, isNegated } of group) {
    const condition =
      term.kind === "sent"
        ? anyMessage(sentCondition(ctx, term))
        : isIndexed(term)
          ? await hasWords(ctx, hasText(ctx, tsqueryOf(term)), isNegated)
          : await threadCondition(ctx, term);
    conditions.push(isNegated ? sql`(${condition}) is not true` : condition);
  }
  return or(...conditions)!;
}

/** What is excluded has to be missed for certain; the threads of a rare word are looked up, so that not each is looked into. */
const hasWords = async (ctx: Context, match: SQL, isNegated: boolean): Promise<SQL> =>
  isNegated || (await isCommon(ctx, match))
    ? anyMessage(match)
    : isAmongNewest(ctx, match, [inScope(ctx.actor) ?? []].flat(), true);

async function matchCondition(ctx: Context, match: SQL, conditions: SQL[], groups: SearchItem[][]): Promise<SQL> {
  return (await isCommon(ctx, match)) ? anyMessage(match) : isAmongNewest(ctx, match, conditions, isText(groups));
}

/** The planner's own guess is of no use for a beginning of a word, so the newest messages are asked. */
async function isCommon({ actor, db }: Context, match: SQL): Promise<boolean> {
  const { rows } = await db.execute<{ matches: number }>(sql`
    select count(*)::int as matches from (
      select from (
        select * from ${messages} where ${messages.workspaceId} = ${actor.workspaceId}
        order by ${messages.sentAt} desc nulls last limit ${SAMPLE}
      ) as ${sql.identifier("messages")} where ${match} limit ${COMMON}
    ) found`);
  return rows[0]!.matches >= COMMON;
}

/** Scalar subqueries and arrays, since the planner would turn `exists` and `in` into joins that read every match or thread. */
const anyMessage = (match: SQL): SQL =>
  sql`(select true from ${messages} where ${messages.threadId} = ${threads.id} and ${match} limit 1)`;

/** Words are looked up all at once; days alone are read from the newest on, until there are enough. */
const isAmongNewest = ({ actor }: Context, match: SQL, conditions: SQL[], isOfText: boolean): SQL =>
  sql`${threads.id} = any(array(
    with matches as ${sql.raw(isOfText ? "materialized" : "not materialized")} (
      select ${messages.threadId} as thread_id, ${messages.sentAt} as sent_at from ${messages}
      where ${messages.workspaceId} = ${actor.workspaceId} and ${match}
    )
    select matches.thread_id from matches
    where (select true from ${threads} where ${threads.id} = matches.thread_id and ${and(...conditions, sql`true`)} limit 1)
    order by matches.sent_at desc nulls last limit ${NEWEST}
  ))`;
