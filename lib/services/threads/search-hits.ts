import { type SQL, sql } from "drizzle-orm";
import { messages } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import { excerptOf, hitsIn, type HitPiece, marksIn, marksOf, type SearchMark } from "@/lib/domain/search-marks";
import { parseSearch, type SearchQuery } from "@/lib/domain/search-query";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { isForReader } from "@/lib/services/access/is-for-reader";
import type { Context } from "@/lib/services/context";
import { allOf, anyOf, isIndexed, tsqueryOf } from "./search-tsquery";

type Row = Pick<ThreadRow, "id" | "name" | "company" | "subject">;
type HitOf = (row: Row) => HitPiece[] | null;
type Found = { thread_id: number; text: string; file_names: string; sender: string; recipients: string };

/**
 * The words around the hit for each row of a search, from the newest message that has one. Where a row shows its hit by itself,
 * in name, company or subject, and no text or file has one, there is none.
 */
export async function searchHits(ctx: Context, typed: string, threadIds: number[]): Promise<HitOf> {
  const query = parseSearch(typed);
  const marks = marksOf(query);
  if (marks.length === 0) return () => null;
  const found = await newestMatches(ctx, wordsOf(query), threadIds);
  const byThread = new Map(found.map((match) => [Number(match.thread_id), match]));
  return (row) => {
    const match = byThread.get(row.id);
    return match ? hitOf(match, marks, row) : null;
  };
}

function hitOf(found: Found, marks: SearchMark[], { name, company, subject }: Row): HitPiece[] | null {
  const inText =
    excerptOf(found.text, marksIn(marks, "text")) ?? excerptOf(found.file_names, marksIn(marks, "filename"));
  if (inText) return inText;
  const isShown =
    hitsIn(`${name} ${company}`, marksIn(marks, "from")).length > 0 ||
    hitsIn(subject, marksIn(marks, "subject")).length > 0;
  if (isShown) return null;
  return excerptOf(found.sender, marksIn(marks, "from")) ?? excerptOf(found.recipients, marksIn(marks, "to"));
}

/** What a message was found by. Words that only some of a thread's messages need to hold are looked for one by one. */
function wordsOf({ groups }: SearchQuery): SQL {
  const wanted = groups.map((group) => group.filter(({ isNegated }) => !isNegated).map(({ term }) => term));
  const isPlain = groups.every((group) => group.length === 1 || group.every(({ term }) => isIndexed(term)));
  const queries = wanted.map((terms) => terms.filter(isIndexed)).filter((terms) => terms.length > 0);
  const each = queries.map((terms) => anyOf(terms.map(tsqueryOf)));
  return isPlain ? allOf(each) : anyOf(each);
}

async function newestMatches({ actor, db }: Context, words: SQL, threadIds: number[]): Promise<Found[]> {
  // Who reads no plans sees no blind copies either.
  const bcc = roleMay(actor.role, "plan.read") ? sql`${messages.bcc}` : sql`'[]'::jsonb`;
  const isReadable = isForReader(actor) ?? sql`true`;
  const { rows } = await db.execute<Found>(sql`
    select shown.id as thread_id, hit.* from unnest(${sql.param(threadIds)}::bigint[]) as shown(id)
    cross join lateral (
      select left(${messages.visibleText}, 100000) as text, ${messages.fileNames} as file_names,
        ${messages.fromName} || ' ' || ${messages.fromAddress}::text as sender,
        (select coalesce(string_agg(party->>'name' || ' ' || (party->>'address'), ', '), '')
          from jsonb_array_elements(${messages.to} || ${messages.cc} || ${bcc}) party) as recipients
      from ${messages} where ${messages.threadId} = shown.id and ${messages.search} @@ ${words} and ${isReadable}
      order by ${messages.sentAt} desc limit 1
    ) hit`);
  return rows;
}
