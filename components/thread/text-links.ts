/** A piece of plain text: words, or a web address that can be followed. */
export type TextPiece = { text: string; href: string | null };

const ADDRESS = /(?:https?:\/\/|(?<![\p{L}\p{N}@./-])www\.(?=[\p{L}\p{N}-]+\.))[^\s<>"'`\p{Cc}\p{Cf}]+/giu;

/**
 * Finds web addresses in plain text. Only http(s), and what begins with "www.", becomes a link, shown as it stands, without the
 * punctuation after it.
 */
export function textLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTail(found);
    const href = /^www/i.test(address) ? `https://${address}` : address;
    if (!URL.canParse(href)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

/** A full stop, a bracket that was opened before the address, and the like belong to the sentence. Looks at each sign once. */
function withoutTail(found: string): string {
  const surplus = { ")": countOf(found, ")") - countOf(found, "("), "]": countOf(found, "]") - countOf(found, "[") };
  let end = found.length;
  for (; end > 0; end--) {
    const sign = found.charAt(end - 1);
    if (".,;:!?…".includes(sign)) continue;
    if ((sign !== ")" && sign !== "]") || surplus[sign]-- <= 0) break;
  }
  return found.slice(0, end);
}

const countOf = (text: string, sign: string): number => text.split(sign).length - 1;
