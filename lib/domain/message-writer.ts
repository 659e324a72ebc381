import { addressKey, domainOf } from "./address";
import { isFreeMail } from "./free-mail";
import type { Party } from "./party";

/**
 * Who wrote an inbound message of a lead's thread: the lead; the lead from a further address; somebody else of the lead's
 * company; somebody to whom it was passed on.
 */
export const MESSAGE_WRITERS = ["lead", "alias", "colleague", "forward"] as const;
export type MessageWriter = (typeof MESSAGE_WRITERS)[number];

type KnownLead = {
  email: string;
  firstName: string;
  lastName: string;
  /** Further addresses that a person said are the lead's. */
  addresses?: readonly string[];
};

/**
 * Whom an inbound message in a lead's thread is from. The same full name means the same person at whatever address, and so
 * does an address at the same domain that is made of the lead's name. A domain where anybody gets an address is no company.
 */
export function writerOf(from: Party, lead: KnownLead): MessageWriter {
  const key = addressKey(from.address);
  if (key === addressKey(lead.email)) return "lead";
  if (lead.addresses?.some((address) => addressKey(address) === key)) return "alias";
  const names = [...wordsOf(lead.firstName), ...wordsOf(lead.lastName)];
  if (names.length > 1 && isSameName(wordsOf(from.name), names)) return "alias";
  if (!isSameCompany(domainOf(from.address), domainOf(lead.email))) return "forward";
  return isMadeOf(from, names) ? "alias" : "colleague";
}

/** Whether two domains are one company's: the same, or one below the other; never where anybody gets an address. */
export function isSameCompany(one: string, other: string): boolean {
  if (!one || !other || isFreeMail(one) || isFreeMail(other)) return false;
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/** Words of a name in one spelling: without accents and case, so that "Berg, Ana" and "ANA BERG" have the same. */
export const wordsOf = (name: string): string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const isSameName = (words: string[], names: string[]): boolean =>
  words.toSorted().join(" ") === names.toSorted().join(" ");

/** "ana.berg", "berg.ana", "anaberg", "a.berg" and "aberg" are made of "Ana Berg"; who gives another name is another person. */
function isMadeOf({ name, address }: Party, names: string[]): boolean {
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last || names.length < 2 || wordsOf(name).length > 0) return false;
  const local = wordsOf(address.slice(0, address.lastIndexOf("@"))).join("");
  return [`${first}${last}`, `${last}${first}`, `${first[0]}${last}`].includes(local);
}
