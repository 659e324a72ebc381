import { type SQL, sql } from "drizzle-orm";
import type { TextField } from "@/lib/domain/search-operators";
import type { SearchTerm, TextTerm } from "@/lib/domain/search-query";

export type IndexedTerm = Extract<SearchTerm, { kind: "text" | "mark" }>;

export const isIndexed = (term: SearchTerm): term is IndexedTerm => term.kind === "text" || term.kind === "mark";

/** What the full-text index of messages is asked for a term. The database folds the words, as it did when it stored them. */
export const tsqueryOf = (term: IndexedTerm): SQL => (term.kind === "mark" ? markQuery(term) : textQuery(term));

/** For which the index knows candidates only: where words stand has to be read in each message. */
export const isPhrase = (term: IndexedTerm): boolean => term.kind === "text" && term.words.length > 1;

/** As that, wherever the words of a phrase stand. */
export const indexQueryOf = (term: IndexedTerm): SQL =>
  term.kind === "mark"
    ? markQuery(term)
    : term.field
      ? fieldQuery(term, term.field)
      : wordsQuery(starred(term).join(" & "));

const markQuery = ({ of, mark }: Extract<SearchTerm, { kind: "mark" }>): SQL => sql`${`'${of}:${mark}'`}::tsquery`;

/** All of the queries, or any of them. */
export const allOf = (queries: SQL[]): SQL => sql`(${sql.join(queries, sql` && `)})`;
export const anyOf = (queries: SQL[]): SQL => sql`(${sql.join(queries, sql` || `)})`;

function textQuery(term: TextTerm): SQL {
  const { field } = term;
  if (!field) return wordsQuery(starred(term).join(" <-> "));
  const inField = fieldQuery(term, field);
  if (term.words.length === 1) return inField;
  // That they follow each other only the words with their places know; the weight says in which field.
  return sql`(${inField} && ${wordsQuery(starred(term, WEIGHTS[field]).join(" <-> "))})`;
}

/** The mark's own name stands before each word, as the function `marked` of the migration writes it. */
const fieldQuery = (term: TextTerm, field: TextField): SQL =>
  sql`regexp_replace(${wordsQuery(starred(term).join(" & "))}::text, '''([^'']+)''', ${`'${field}:\\1'`}, 'g')::tsquery`;

/** The words in quotes, the last one with the star of a beginning. @param weight is asked of each */
const starred = ({ words, isPrefix }: TextTerm, weight = ""): string[] =>
  words.map((word, at) => {
    const marks = `${weight}${isPrefix && at === words.length - 1 ? "*" : ""}`;
    return marks === "" ? `'${word}'` : `'${word}':${marks}`;
  });

/** There are four weights; the text has the last. */
const WEIGHTS: Record<TextField, string> = { subject: "A", from: "B", to: "C", filename: "C" };

/** @param query of words in quotes; there is no quote or backslash in a word */
const wordsQuery = (query: string): SQL => sql`to_tsquery('public.words', ${query})`;
