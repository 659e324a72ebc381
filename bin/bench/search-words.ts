import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";

/** What is searched for. A browser asks for each but once, so that it knows no answer yet. */
export type SearchWords = { common: string[]; rare: string[]; phrases: string[] };

const PHRASE_TEXTS = 400;

/**
 * Common words stand in 3 to 40 % of all messages; rare ones in at most 20 messages; phrases are two words that stand together somewhere.
 */
export async function findSearchWords(db: Database): Promise<SearchWords> {
  const { rows } = await db.execute<{ word: string; messages: number; all: number }>(sql`
    select word, ndoc as messages, (select count(*)::int from messages) as all
    from ts_stat('select search from messages') where word ~ '^[a-z]{4,12}$' order by ndoc desc, word`);
  const { rows: texts } = await db.execute<{ text: string }>(
    sql`select visible_text as text from messages order by id desc limit ${PHRASE_TEXTS}`,
  );
  return {
    common: pick(rows.filter(({ messages, all }) => messages > all * 0.03 && messages < all * 0.4)),
    rare: pick(rows.filter(({ word, messages }) => messages <= 20 && word.length > 6)),
    phrases: [...new Set(texts.flatMap(({ text }) => phraseOf(text)))],
  };
}

const MOST = 100;
/** Spread over the whole list, which is in the order of frequency. */
function pick(rows: { word: string }[]): string[] {
  const step = Math.max(1, Math.floor(rows.length / MOST));
  return rows.filter((_, index) => index % step === 0).map(({ word }) => word);
}

function phraseOf(text: string): string[] {
  const [, phrase] = /\b([a-z]{4,} [a-z]{4,})\b/.exec(text) ?? [];
  return phrase ? [`"${phrase}"`] : [];
}
