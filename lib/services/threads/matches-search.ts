import { and, or, type SQL, sql } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import { parseSearch, type SearchItem } from "@/lib/domain/search-query";
import { isForReader } from "@/lib/services/access/is-for-reader";
import { inScope } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { livedSince, sentCondition, threadCondition } from "./search-conditions";
import { allOf, anyOf, type IndexedTerm, indexQueryOf, isIndexed, isPhrase, tsqueryOf } from "./search-tsquery";

/** Of a rare word's matches the newest thousand count. */
const NEWEST = 1000;
/** Reading more of the newest messages would cost more than a wrong guess. */
const SAMPLE = 300;
/** Days stand in no index with the words: what holds for 6 of the sample is common. */
const COMMON_DAYS = 6;
/**
 * To collect all matches of a word takes as long as to look into the threads of a list until a page of it is full where it stands in the
 * root of this over all messages: more matches take longer, fewer make the way to a full page longer.
 */
const EVEN = 30;
/** What stands in one of the sample may stand nowhere else, and the walk past its matches would be the whole list. */
const RARE = 1;

/**
 * The condition on a thread's row that what was typed stands for. All that is asked of messages has to hold for one of them;
 * what is excluded must stand in none. A rare word is looked up in the full-text index, the newest of its matches first. Of one that
 * stands here and there all are, and the list is walked past them in its order. A common one would have too many there: each thread of
 * the list is looked into instead, which finds a page's worth soon.
 * @param conditions on the thread's row, so that the newest matches are those of the list that was asked for
 */
export async function matchesSearch(ctx: Context, typed: string, conditions: SQL[]): Promise<SQL> {
  const { groups, findsNothing } = parseSearch(typed);
  if (findsNothing) return sql`false`;
  const { ofMessage, ofRow, ofThread } = await conditionsIn(ctx, groups);
  const found = ofMessage ? [await matchCondition(ctx, ofMessage, [...conditions, ...ofRow])] : [];
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
  return { ofMessage: messageMatch(ctx, groups), ofRow, ofThread };
}

/** Asked of one and the same message: words, fields and marks, one or several joined by OR, and dates. */
const isOfMessage = (group: SearchItem[]): boolean =>
  group.every(({ term, isNegated }) => !isNegated && isIndexed(term)) ||
  (group.length === 1 && !group[0]!.isNegated && group[0]!.term.kind === "sent");

/** What is asked of one message. `indexed` holds for it and more, and the index tells it alone; null for days, which it does not know. */
type Match = { exactly: SQL; indexed: SQL | null };

function messageMatch(ctx: Context, groups: SearchItem[][]): Match | null {
  const asked = groups.filter(isOfMessage);
  const texts = asked.map((group) => group.map(({ term }) => term).filter(isIndexed));
  const dates = asked.flat().flatMap(({ term }) => (term.kind === "sent" ? [sentCondition(ctx, term)] : []));
  const words = wordsMatch(
    ctx,
    texts.filter(({ length }) => length > 0),
  );
  if (!words) return dates.length > 0 ? { exactly: and(...dates)!, indexed: null } : null;
  const exactly = and(words.exactly, ...dates)!;
  return { exactly, indexed: words.indexed === words.exactly ? exactly : and(words.indexed, ...dates)! };
}

/** One of each group. The index holds Bcc as well, and reports that name it; for whom neither is, what has them is not searched. */
function wordsMatch({ actor }: Context, texts: IndexedTerm[][]): { exactly: SQL; indexed: SQL } | null {
  if (texts.length === 0) return null;
  const readable = isForReader(actor);
  const condition = (queryOf: (term: IndexedTerm) => SQL) => {
    const words = sql`${messages.search} @@ ${allOf(texts.map((terms) => anyOf(terms.map(queryOf))))}`;
    return readable ? sql`(${words} and ${messages.bcc} = '[]'::jsonb and ${readable})` : words;
  };
  const exactly = condition(tsqueryOf);
  return { exactly, indexed: texts.flat().some(isPhrase) ? condition(indexQueryOf) : exactly };
}

/** Anything else is asked of the thread, each item by itself. */
async function groupCondition(ctx: Context, group: SearchItem[]): Promise<SQL> {
  const conditions: SQL[] = [];
  for (const { term, isNegated } of group) {
    const condition =
      term.kind === "sent"
        ? anyMessage(sentCondition(ctx, term))
        : isIndexed(term)
          ? await hasWords(ctx, wordsMatch(ctx, [[term]])!, isNegated)
          : await threadCondition(ctx, term);
    conditions.push(isNegated ? sql`(${condition}) is not true` : condition);
  }
  return or(...conditions)!;
}

/** What is excluded has to be missed for certain; the threads of a rare word are looked up, so that not each is looked into. */
const hasWords = async (ctx: Context, match: Match, isNegated: boolean): Promise<SQL> =>
  isNegated ? anyMessage(match.exactly) : matchCondition(ctx, match, [inScope(ctx.actor) ?? []].flat());

async function matchCondition(ctx: Context, match: Match, conditions: SQL[]): Promise<SQL> {
  const { exactly, indexed } = match;
  const { found, candidates, many } = await lookAtNewest(ctx, match);
  if (!indexed) return found >= COMMON_DAYS ? anyMessage(exactly) : isAmongNewest(ctx, exactly, conditions, false);
  if (found > many) return anyMessage(exactly);
  // A phrase that is rare, of words that are not, is read in each message that has them.
  const isRare = candidates > many ? found <= RARE : candidates <= RARE;
  if (isRare) return isAmongNewest(ctx, exactly, conditions, true);
  if (candidates > many || indexed === exactly) return isAmongAll(ctx, exactly);
  return and(isAmongAll(ctx, indexed), anyMessage(exactly))!;
}

type Sample = { found: number; candidates: number; many: number };

/**
 * The planner's own guess is of no use for a beginning of a word, so the newest messages are asked.
 * @returns how many are `found`, how many the index would give as `candidates`, both as far as one more than would be many where they
 * are the same, and how many would be `many`
 */
async function lookAtNewest({ actor, db }: Context, { exactly, indexed }: Match): Promise<Sample> {
  const most = indexed === null || indexed === exactly ? sql`greatest(many + 1, ${COMMON_DAYS})` : sql`${SAMPLE}::int`;
  const { rows } = await db.execute<Sample>(sql`
    with even as (
      select ceil(${SAMPLE} * least(1, sqrt(${EVEN} / greatest(reltuples, 1))))::int as many
      from pg_class where oid = 'public.messages'::regclass
    )
    select count(*)::int as candidates, (count(*) filter (where is_exact))::int as found, (select many from even) as many
    from (
      select ${exactly} as is_exact from (
        select * from ${messages} where ${messages.workspaceId} = ${actor.workspaceId}
        order by ${messages.sentAt} desc nulls last limit ${SAMPLE}
      ) as ${sql.identifier("messages")} where ${indexed ?? exactly} limit (select ${most} from even)
    ) matching`);
  return rows[0]!;
}

/** Scalar subqueries and arrays, since the planner would turn `exists` and `in` into joins that read every match or thread. */
const anyMessage = (match: SQL): SQL =>
  sql`(select true from ${messages} where ${messages.threadId} = ${threads.id} and ${match} limit 1)`;

/** As a value that is compared, so that it stays a table of its own to look into, and no join. */
const isAmongAll = ({ actor }: Context, match: SQL): SQL =>
  sql`(${threads.id} in (select ${messages.threadId} from ${messages} where ${messages.workspaceId} = ${actor.workspaceId} and ${match})) is true`;

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
