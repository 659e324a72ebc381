import { addressKey, isAddress } from "./address";
import type { Party } from "./party";

type Answered = {
  message: { direction: "in" | "out"; from: Party | null; replyTo: Party[]; to: Party[]; cc: Party[] };
  lead: Party | null;
  ownAddresses: readonly string[];
};

/**
 * Whom a reply goes to. An answer goes to who wrote it (their Reply-To if they gave one); the lead, the other To's and
 * the former Cc are in Cc. Our own last message is followed up to the same people. Own mailboxes and doubles are left out.
 */
export function recipientsForReply({ message, lead, ownAddresses }: Answered): { to: Party[]; cc: Party[] } {
  const seen = new Set(ownAddresses.map(addressKey));
  const fresh = (parties: Party[]) =>
    parties.filter(({ address }) => {
      const key = addressKey(address);
      if (!isAddress(address) || seen.has(key)) return false;
      seen.add(key);
      return true;
    });

  const leads = lead ? [lead] : [];
  if (message.direction === "out") {
    const to = fresh(message.to);
    return { to: to.length > 0 ? to : fresh(leads), cc: fresh(message.cc) };
  }

  const authors = message.from ? [message.from] : [];
  const to = firstNonEmpty([message.replyTo, authors, leads].map((parties) => () => fresh(parties)));
  // A lead who names a Reply-To asked for answers there and not at the address they wrote from.
  const leadWrote =
    lead !== null && message.from !== null && addressKey(lead.address) === addressKey(message.from.address);
  return { to, cc: fresh([...(leadWrote ? [] : leads), ...message.to, ...message.cc]) };
}

function firstNonEmpty(choices: (() => Party[])[]): Party[] {
  for (const choose of choices) {
    const parties = choose();
    if (parties.length > 0) return parties;
  }
  return [];
}
