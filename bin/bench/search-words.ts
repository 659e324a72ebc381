import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";

/** What is searched for. A browser asks for each but once, so that it knows no answer yet. */
export type SearchWords = { common: string[]; rare: string[]; phrases: string[] };

const PHRASE_TEXTS = 400;
const SAMPLE = 10_000;

/**
 * Of the newest ten thousand messages: common words stand in 3 to 40 % of them, rare ones in at most 20 of all messages or so;
 * phrases are two words that stand together somewhere.
 */
export async function findSearchWords(db: Database): Promise<SearchWords> {
  const all = await db.$count(messages);
  const sample = Math.min(all, SAMPLE);
  const { rows } = await db.execute<{ word: string; count: number }>(sql`
    select word, ndoc as count from ts_stat('select search from messages order by id desc limit ${sql.raw(`${sample}`)}')
    where word ~ '^[a-z]{4,12}$' order by ndoc desc, word`);
  const { rows: texts } = await db.execute<{ text: string }>(
    sql`select visible_text as text from messages order by id desc limit ${PHRASE_TEXTS}`,
  );
  const rareIn = Math.max(1, (20 * sample) / all);
  return {
    common: pick(rows.filter(({ count }) => count > sample * 0.03 && count < sample * 0.4)),
    rare: pick(rows.filter(({ word, count }) => count <= rareIn && word.length > 6)),
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
