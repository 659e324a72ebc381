import { addressKey, domainOf, endsInGroup, formatParty, parseAddressList } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";

/** One entry of To, Cc or Bcc: who is meant, or why it cannot be read. `text` is what was typed. */
export type RecipientChip =
  | { text: string; party: Party; problem: null; isNew: boolean }
  | { text: string; party: null; problem: string; isNew: false };

/**
 * How entries look as chips. An entry that is no single address is marked, never dropped.
 * @param known `addressKey`s of who took part in the thread; others are pointed out as new
 */
export function chipsOf(entries: string[], known: ReadonlySet<string>): RecipientChip[] {
  return entries.map((text) => {
    const { parties, bad } = parseAddressList(text);
    const [party] = parties;
    if (!party || parties.length > 1 || bad.length > 0)
      return { text, party: null, problem: bad[0]?.reason ?? "syntax", isNew: false };
    return { text, party, problem: null, isNew: !known.has(addressKey(party.address)) };
  });
}

/** Who is neither of one of the domains inside (the lead's, ours) nor has taken part in the thread. */
export function outsidersOf(entries: string[], inside: ReadonlySet<string>, known: ReadonlySet<string>): string[] {
  const addresses = entries.flatMap((entry) => parseAddressList(entry).parties).map(({ address }) => address);
  return addresses.filter((address) => !inside.has(domainOf(address)) && !known.has(addressKey(address)));
}

/** Entries after something was typed or pasted: many at once are parted, and who is there already is not added again. */
export function addTyped(entries: string[], typed: string): string[] {
  const { parties, bad } = parseAddressList(inOneLine(typed));
  const have = new Set(addressKeysOf(entries));
  const added: string[] = [];
  for (const party of parties) {
    const address = addressKey(party.address);
    if (have.has(address)) continue;
    have.add(address);
    added.push(formatParty(party));
  }
  return [...entries, ...added, ...bad.map(({ text }) => text.trim()).filter(Boolean)];
}

/** Entries after one of them was typed anew, which stands where the former did; without a word it goes. */
export function replaceTyped(entries: string[], former: string, typed: string): string[] {
  const at = entries.indexOf(former);
  if (at >= 0 && typed === former) return entries;
  const others = entries.filter((_, index) => index !== at);
  const added = addTyped(others, typed).slice(others.length);
  return at < 0 ? [...entries, ...added] : others.toSpliced(at, 0, ...added);
}

/** The entries of To with somebody besides; who is a recipient already stays where they are. */
export function withAddressee({ to, cc, bcc }: Record<"to" | "cc" | "bcc", string[]>, address: string): string[] {
  const all = [...to, ...cc, ...bcc];
  return [...to, ...addTyped(all, address).slice(all.length)];
}

/** Lines and tabs part entries as commas do. What ends a line stays: a semicolon may end a group, which only the parser knows. */
const inOneLine = (typed: string): string =>
  typed
    .split(/[\r\n\t]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(",");

/** The entries without one of them. */
export const removeEntry = (entries: string[], index: number): string[] => entries.filter((_, at) => at !== index);

/** Who gets the focus when the chip at `index` of `count` goes: a neighbour's index, or the field. */
export const focusAfterRemoval = (index: number, count: number): number | "field" =>
  count <= 1 ? "field" : Math.min(index, count - 2);

/** Where an arrow leads from a chip; past the last one lies the field. */
export function focusAfterArrow(index: number, count: number, step: -1 | 1): number | "field" {
  const next = index + step;
  return next >= count ? "field" : Math.max(0, next);
}

/** Whether typing this key ends an address. A comma within quotes, in a group or before an `@` name is still being typed. */
export const endsEntry = (key: string, typed: string): boolean =>
  key === "Enter"
    ? typed.trim() !== ""
    : (key === "," || key === ";") && typed.includes("@") && evenQuotes(typed) && !endsInGroup(typed);

/** How many entries cannot be read. */
export const countBad = (entries: string[]): number =>
  chipsOf(entries, EVERYBODY).filter((chip) => chip.problem).length;

/** The `addressKey`s of all entries that can be read. */
export const addressKeysOf = (entries: string[]): string[] =>
  entries.flatMap((entry) => parseAddressList(entry).parties.map(({ address }) => addressKey(address)));

const EVERYBODY: ReadonlySet<string> = new Set();
const evenQuotes = (text: string) => text.split('"').length % 2 === 1;
