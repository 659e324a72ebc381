import { addressKey, isAddress } from "./address";
import type { MessageWriter } from "./message-writer";
import type { Party } from "./party";

type Answered = {
  message: {
    direction: "in" | "out";
    from: Party | null;
    replyTo: Party[];
    to: Party[];
    cc: Party[];
    /** Who of their side wrote it; null or absent when that is not known. */
    writer?: MessageWriter | null;
  };
  lead: Party | null;
  ownAddresses: readonly string[];
};

type Recipients = {
  to: Party[];
  /** Of a reply to all. */
  cc: Party[];
  /** Of a plain reply: the lead for whom a colleague answered, and nobody else. */
  copy: Party[];
};

/**
 * Whom a reply goes to. An answer goes to who wrote it (their Reply-To if they gave one); the lead, the other To's and
 * the former Cc are in Cc. Our own last message is followed up to the same people. Own mailboxes and doubles are left out.
 * A lead for whom a colleague answered stays in the picture in any case; who was passed the message has taken it over, and a lead who
 * wrote from a further address needs no copy at the former one.
 */
export function recipientsForReply({ message, lead, ownAddresses }: Answered): Recipients {
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
    return { to: to.length > 0 ? to : fresh(leads), cc: fresh(message.cc), copy: [] };
  }

  const authors = message.from ? [message.from] : [];
  const to = firstNonEmpty([message.replyTo, authors, leads].map((parties) => () => fresh(parties)));
  // A lead who names a Reply-To asked for answers there and not at the address they wrote from.
  const leadWrote =
    message.writer === "alias" ||
    (lead !== null && message.from !== null && addressKey(lead.address) === addressKey(message.from.address));
  const copied = message.writer === "colleague" ? leads.filter(({ address }) => !seen.has(addressKey(address))) : [];
  return { to, cc: fresh([...(leadWrote ? [] : leads), ...message.to, ...message.cc]), copy: copied };
}

function firstNonEmpty(choices: (() => Party[])[]): Party[] {
  for (const choose of choices) {
    const parties = choose();
    if (parties.length > 0) return parties;
  }
  return [];
}
