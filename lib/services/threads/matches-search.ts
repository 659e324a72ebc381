import { and, type SQL, sql } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import { searchTextOf } from "@/lib/domain/search-text";
import type { Context } from "@/lib/services/context";

/** Of a rare word's matches the newest thousand count. */
const NEWEST = 1000;
/** A word is common when it stands in 40 of the newest 2000 messages. */
const SAMPLE = 2000;
const COMMON = 40;

/**
 * The condition that a message of the thread matches what was typed: words, "phrases", -negation, `or`, addresses or parts
 * of them; the last word may be unfinished. A rare word is looked up in the full-text index. A common one would have
 * too many matches there: the list is walked in its order instead, which finds a page's worth soon.
 * @param conditions on the thread's row, so that the newest matches are those of the list that was asked for
 */
export async function matchesSearch(ctx: Context, typed: string, conditions: SQL[]): Promise<SQL> {
  const query = queryOf(typed);
  return (await isCommon(ctx, query)) ? anyMessageMatches(query) : isAmongNewest(ctx, query, conditions);
}

function queryOf(typed: string): SQL {
  const { words, prefix } = searchTextOf(typed);
  if (!prefix) return sql`websearch_to_tsquery('simple', ${words})`;
  if (!words) return sql`to_tsquery('simple', ${prefix})`;
  return sql`(websearch_to_tsquery('simple', ${words}) && to_tsquery('simple', ${prefix}))`;
}

/** The planner's own guess is of no use for a beginning of a word, so the newest messages are asked. */
async function isCommon({ actor, db }: Context, query: SQL): Promise<boolean> {
  const { rows } = await db.execute<{ matches: number }>(sql`
    select count(*)::int as matches from (
      select ${messages.search} as search from ${messages} where ${messages.workspaceId} = ${actor.workspaceId}
      order by ${messages.sentAt} desc nulls last limit ${SAMPLE}
    ) newest where search @@ ${query}`);
  return rows[0]!.matches >= COMMON;
}

/** Scalar subqueries and arrays, since the planner would turn `exists` and `in` into joins that read every match or thread. */
const anyMessageMatches = (query: SQL): SQL =>
  sql`(select true from ${messages} where ${messages.threadId} = ${threads.id} and ${messages.search} @@ ${query} limit 1)`;

const isAmongNewest = ({ actor }: Context, query: SQL, conditions: SQL[]): SQL =>
  sql`${threads.id} = any(array(
    with matches as materialized (
      select ${messages.threadId} as thread_id, ${messages.sentAt} as sent_at from ${messages}
      where ${messages.workspaceId} = ${actor.workspaceId} and ${messages.search} @@ ${query}
    )
    select matches.thread_id from matches
    where (select true from ${threads} where ${threads.id} = matches.thread_id and ${and(...conditions)} limit 1)
    order by matches.sent_at desc limit ${NEWEST}
  ))`;
