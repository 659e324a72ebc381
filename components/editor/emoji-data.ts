export type Emoji = { character: string; label: string; words: string[] };

let known: { locale: string; emoji: Promise<Emoji[]> } | null = null;

/** All emoji in the order of Unicode, named in the reader's language and by the short names that chats know; read once, when first asked for. */
export function loadEmoji(locale: string): Promise<Emoji[]> {
  if (known?.locale !== locale) known = { locale, emoji: readEmoji(locale) };
  const { emoji } = known;
  // Whoever asks after a failure asks anew.
  emoji.catch(() => (known = known?.emoji === emoji ? null : known));
  return emoji;
}

/** A part of Unicode that only makes up others: skin tones, letters of flags. */
const COMPONENTS = 2;

async function readEmoji(locale: string): Promise<Emoji[]> {
  const [list, names] = await Promise.all([
    locale.startsWith("de") ? import("emojibase-data/de/compact.json") : import("emojibase-data/en/compact.json"),
    import("emojibase-data/en/shortcodes/github.json"),
  ]);
  const short: Partial<Record<string, string | string[]>> = names.default;
  return list.default
    .filter(({ group }) => group !== undefined && group !== COMPONENTS)
    .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .map(({ unicode, label, hexcode, tags = [] }) => ({
      character: unicode,
      label,
      words: [...[short[hexcode] ?? []].flat(), ...label.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...tags].filter(
        Boolean,
      ),
    }));
}
