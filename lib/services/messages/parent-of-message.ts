import { addressKey } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import type { Incoming } from "./direction-of-message";
import type { KnownMessage } from "./find-known-messages";

/**
 * The known messages that may be this one's parent, likeliest first: what a delivery report encloses, In-Reply-To (which wins
 * even when the subject changed), then References from the newest on, which need the same base subject as well.
 * Copies in the message's own mailbox come before those in another one. Bulk threads take bulk mail only.
 */
export function possibleParents(message: Incoming, known: KnownMessage[]): KnownMessage[] {
  const named = (ids: string[]) => ids.flatMap((id) => known.filter((parent) => parent.messageId === id));
  const byReferences = named(message.references.toReversed()).filter(
    (parent) => parent.baseSubject === message.baseSubject,
  );
  const isHere = (parent: KnownMessage) => isOfMailbox(parent, message);
  const inOrder = [...new Set([...named(message.originalIds), ...named(message.inReplyTo), ...byReferences])].filter(
    (parent) => parent.kind !== "bulk" || message.isList,
  );
  return [...inOrder.filter(isHere), ...inOrder.filter((parent) => !isHere(parent))];
}

/** In a thread of the message's mailbox, or in another's but written from this one: a reply that a person sent from here instead. */
export const isOfMailbox = (parent: KnownMessage, { mailboxId }: Incoming): boolean =>
  parent.threadMailboxId === mailboxId || parent.mailboxId === mailboxId;

/**
 * Whether the message may join its parent's thread. Two leads never merge: who is another lead joins only where he was a
 * recipient or wrote before; who got the parent as a blind copy has a thread of his own.
 * `strangers` are no leads: an alias of the lead, or somebody to whom the lead passed the mail on.
 * @returns "ask" when only the thread's other messages can tell
 */
export function mayJoin(message: Incoming, parent: KnownMessage, leadAddresses: Set<string>): boolean | "ask" {
  // A report is about what we sent, whatever address it failed at in the end (forwarding).
  if (message.bounces.length > 0) return parent.direction === "out" && !parent.isUnproven;
  const others = message.others.map((party) => addressKey(party.address));
  if (others.length === 0) return message.direction === "in";
  const lead = parent.leadEmail ? addressKey(parent.leadEmail) : null;
  if (lead && others.includes(lead)) return true;
  const open = [addressKey(parent.fromAddress), ...keysOf(parent.to), ...keysOf(parent.cc)];
  if (others.some((address) => open.includes(address))) return true;
  if (message.direction === "in" && others.some((address) => keysOf(parent.bcc).includes(address))) return false;
  return others.some((address) => leadAddresses.has(address)) ? "ask" : true;
}

const keysOf = (parties: Party[]): string[] => parties.map((party) => addressKey(party.address));
