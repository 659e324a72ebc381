/** A piece of plain text: words, or an address that can be followed. */
export type TextPiece = { text: string; href: string | null };

const ADDRESS = /(?:https?:\/\/|(?<![\p{L}\p{N}@./-])www\.(?=[\p{L}\p{N}-]+\.))[^\s<>"'`\p{Cc}\p{Cf}]+/giu;

const MAIL =
  /(?<![\p{L}\p{N}._%+@/-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+\p{L}{2,}(?![\p{L}\p{N}@-])/gu;

/**
 * Finds web and mail addresses in plain text. Only http(s), what begins with "www.", and somebody's address becomes a link, shown
 * as it stands, without the punctuation after it.
 */
export function textLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { text: address, href, index } of [...webAddresses(text), ...mailAddresses(text)].toSorted(byPlace)) {
    // A mail address within a web address is a part of it.
    if (index < from) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

type Found = { text: string; href: string; index: number };

const byPlace = (one: Found, other: Found): number => one.index - other.index;

function webAddresses(text: string): Found[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = withoutTail(found);
    const href = /^www/i.test(address) ? `https://${address}` : address;
    return URL.canParse(href) ? [{ text: address, href, index }] : [];
  });
}

const mailAddresses = (text: string): Found[] =>
  [...text.matchAll(MAIL)].map(({ 0: address, index }) => ({
    text: address,
    href: `mailto:${encodeURIComponent(address).replace("%40", "@")}`,
    index,
  }));

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
