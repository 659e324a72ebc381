import type { Random } from "../random";

/** What a template's `{names}` stand for. */
export type Slots = Record<string, string>;

/**
 * Writes a template out: `[a|b|c]` is one of these (they nest, an empty one is left out), `{name}` a slot, `¶` a new paragraph.
 * A sentence that begins with a slot gets its capital, by the rules of the slot `locale`; with `continues` the very first
 * letter is left as it is.
 */
export function write(template: string, slots: Slots, random: Random, { continues = false } = {}): string {
  return fill(choose(template, random), slots)
    .split("¶")
    .map((paragraph, index) =>
      capitalise(
        paragraph
          .replace(/[ \t]+/g, " ")
          .replace(/ ([,.])/g, "$1")
          .trim(),
        slots.locale,
        continues && index === 0,
      ),
    )
    .filter(Boolean)
    .join("\n\n");
}

/** Puts the slots into a text and leaves everything else as it is. */
export const fill = (text: string, slots: Slots): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? "");

function choose(template: string, random: Random): string {
  let text = template;
  for (;;) {
    // Innermost brackets first, so that nesting needs no parser.
    const next = text.replace(/\[([^[\]]*)\]/g, (_, options: string) => random.pick(options.split("|")));
    if (next === text) return text;
    text = next;
  }
}

function capitalise(text: string, locale: string | undefined, continues: boolean): string {
  const capital = (_: string, before: string, letter: string) => before + letter.toLocaleUpperCase(locale);
  return text.replace(continues ? /([.?!]\s+)(\p{Ll})/gu : /(^|[.?!]\s+)(\p{Ll})/gu, capital);
}
