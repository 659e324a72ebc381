import type { Random } from "../random";

/** What a template's `{names}` stand for. */
export type Slots = Record<string, string>;

/**
 * Writes a template out: `[a|b|c]` is one of these (they nest, an empty one is left out), `{name}` a slot, `¶` a new paragraph.
 * A sentence that begins with a slot gets its capital, by the rules of the slot `locale`.
 */
export function write(template: string, slots: Slots, random: Random): string {
  const chosen = choose(template, random);
  const filled = chosen.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");
  return filled
    .split("¶")
    .map((paragraph) => capitalise(paragraph.replace(/[ \t]+/g, " ").replace(/ ([,.?!])/g, "$1").trim(), slots.locale))
    .filter(Boolean)
    .join("\n\n");
}

function choose(template: string, random: Random): string {
  let text = template;
  for (;;) {
    // Innermost brackets first, so that nesting needs no parser.
    const next = text.replace(/\[([^[\]]*)\]/g, (_, options: string) => random.pick(options.split("|")));
    if (next === text) return text;
    text = next;
  }
}

const capitalise = (text: string, locale: string | undefined) =>
  text.replace(
    /(^|[.?!]\s+)(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase(locale),
  );
