/** What a person typed into the search field, split for the full-text query. */
export type SearchText = { words: string; prefix: string | null };

/**
 * Splits off the word that is still being typed, which also finds what begins with it.
 * Phrases, negations and `or` are left to the database's web search syntax, and then nothing is a prefix.
 */
export function searchTextOf(typed: string): SearchText {
  const words = typed.trim().replaceAll(/\s+/g, " ");
  const cut = words.lastIndexOf(" ") + 1;
  const last = words.slice(cut);
  const isPlain = !words.includes('"') && !/(^| )or( |$)/i.test(words) && !last.startsWith("-");
  const bare = last.replaceAll(/['\\]/g, " ").trim();
  if (!isPlain || !/[\p{L}\p{N}]/u.test(bare)) return { words, prefix: null };
  return { words: words.slice(0, cut).trim(), prefix: `'${bare}':*` };
}
