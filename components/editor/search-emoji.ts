import type { Emoji } from "./emoji-data";

/** Emoji that are meant by what is typed: by a whole name first, then by its beginning, then by a beginning of the words that describe it. */
export function searchEmoji(all: readonly Emoji[], typed: string, limit: number): Emoji[] {
  const asked = typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s:]+/g, "_");
  if (asked === "") return all.slice(0, limit);
  return all
    .map((emoji) => ({ emoji, rank: rankOf(emoji, asked) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
}

const NONE = 3;

function rankOf({ words }: Emoji, asked: string): number {
  const [name = ""] = words;
  if (name === asked || words.includes(asked)) return name === asked ? 0 : 1;
  if (name.startsWith(asked)) return 1;
  return words.some((word) => word.startsWith(asked)) ? 2 : NONE;
}
