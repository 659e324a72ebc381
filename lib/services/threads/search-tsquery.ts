import { type SQL, sql } from "drizzle-orm";
import type { TextField } from "@/lib/domain/search-operators";
import type { SearchTerm, TextTerm } from "@/lib/domain/search-query";

type Indexed = Extract<SearchTerm, { kind: "text" | "mark" }>;

export const isIndexed = (term: SearchTerm): term is Indexed => term.kind === "text" || term.kind === "mark";

/** What the full-text index of messages is asked for a term. The database folds the words, as it did when it stored them. */
export const tsqueryOf = (term: Indexed): SQL =>
  term.kind === "mark" ? sql`${`'${term.of}:${term.mark}'`}::tsquery` : textQuery(term);

/** All of the queries, or any of them. */
export const allOf = (queries: SQL[]): SQL => sql`(${sql.join(queries, sql` && `)})`;
export const anyOf = (queries: SQL[]): SQL => sql`(${sql.join(queries, sql` || `)})`;

function textQuery({ field, words, isPrefix }: TextTerm): SQL {
  const lexemes = words.map((word, at) => ({
    word: `'${word}'`,
    star: isPrefix && at === words.length - 1 ? "*" : "",
  }));
  if (!field) return wordsQuery(lexemes.map(({ word, star }) => word + (star && ":*")).join(" <-> "));
  const marked = lexemes.map(({ word, star }) => word + (star && ":*")).join(" & ");
  // The mark's own name stands before each word, as the function `marked` of the migration writes it.
  const inField = sql`regexp_replace(${wordsQuery(marked)}::text, '''([^'']+)''', ${`'${field}:\\1'`}, 'g')::tsquery`;
  if (words.length === 1) return inField;
  // That they follow each other only the words with their places know; the weight says in which field.
  const phrase = lexemes.map(({ word, star }) => `${word}:${WEIGHTS[field]}${star}`).join(" <-> ");
  return sql`(${inField} && ${wordsQuery(phrase)})`;
}

/** There are four weights; the text has the last. */
const WEIGHTS: Record<TextField, string> = { subject: "A", from: "B", to: "C", filename: "C" };

/** @param query of words in quotes; there is no quote or backslash in a word */
const wordsQuery = (query: string): SQL => sql`to_tsquery('public.words', ${query})`;
