import { domainOf, sameAddress } from "./address";
import { looksLike, skeletonOf } from "./look-alike";
import type { Party } from "./party";
import { siteOf } from "./site-of";

/**
 * What a reader should know before he believes a message. Domains are as they are read (in Unicode).
 * `look_alike`: it comes from a domain that looks like the lead's or one of ours, or from an address that looks like the lead's;
 * `other_name`: its sender's name is an address of somewhere else; `reply_elsewhere`: answers go to another site.
 */
export type Suspicion =
  | { kind: "look_alike"; whose: "lead" | "own"; found: string; resembles: string }
  | { kind: "other_name"; named: string; found: string }
  | { kind: "reply_elsewhere"; found: string; addresses: string[] };

type Asked = { from: Party; replyTo: Party[] };
type Known = { leadAddress: string | null; ownAddresses: string[]; toUnicode: (domain: string) => string };

/** Looks at an inbound message's sender. @param known whom it is compared with; `toUnicode` reads a domain's A-labels */
export function suspicionsOf({ from, replyTo }: Asked, known: Known): Suspicion[] {
  const domain = domainOf(from.address);
  if (!domain) return [];
  const found = known.toUnicode(domain);
  const suspicions: Suspicion[] = [];
  const likeness = likenessOf(from.address, found, known);
  if (likeness) suspicions.push(likeness);
  const named = /[^\s<>"'(),;]+@[^\s<>"'(),;]+\.[^\s<>"'(),;]+/u.exec(from.name)?.[0];
  if (named && siteOf(domainOf(named)) !== siteOf(domain))
    suspicions.push({ kind: "other_name", named, found: from.address });
  const elsewhere = replyTo.filter(({ address }) => siteOf(domainOf(address)) !== siteOf(domain));
  // An answer that reaches the sender as well goes astray for nobody.
  if (elsewhere.length > 0 && !replyTo.some(({ address }) => sameAddress(address, from.address)))
    suspicions.push({ kind: "reply_elsewhere", found, addresses: elsewhere.map(({ address }) => address) });
  return suspicions;
}

function likenessOf(address: string, found: string, { leadAddress, ownAddresses, toUnicode }: Known): Suspicion | null {
  const own = [...new Set(ownAddresses.map((each) => toUnicode(domainOf(each))))];
  const lead = leadAddress === null ? "" : toUnicode(domainOf(leadAddress));
  // Whoever is known by his domain is who he says.
  if ([lead, ...own].some((domain) => domain && siteOf(domain) === siteOf(found)))
    return leadAddress !== null && looksLikeAddress(address, leadAddress)
      ? { kind: "look_alike", whose: "lead", found: address, resembles: leadAddress }
      : null;
  if (lead && looksLike(found, lead)) return { kind: "look_alike", whose: "lead", found, resembles: lead };
  const ours = own.find((domain) => looksLike(found, domain));
  return ours === undefined ? null : { kind: "look_alike", whose: "own", found, resembles: ours };
}

/** At a provider that gives addresses to everybody, the name before the @ is what is faked. */
const looksLikeAddress = (one: string, other: string): boolean =>
  domainOf(one) === domainOf(other) && !sameAddress(one, other) && skeletonOf(one) === skeletonOf(other);
