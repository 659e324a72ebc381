import { sameAddress } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import type { MessageView } from "@/lib/domain/message-view";

/** A party as a reader knows them: their name, else the address. */
export const nameOf = ({ name, address }: Party): string => name || address;

/** The first name where there is one, for lists of names. */
export const shortNameOf = (party: Party): string =>
  party.name.includes("@") || !party.name ? party.address : (party.name.split(/[\s,]+/u)[0] ?? party.name);

/** Who wrote a message: `you`, else a name. What was sent from one of our mailboxes by nobody known is the mailbox's. */
export function authorOf(message: MessageView, viewerId: string): { isYou: boolean; name: string } {
  if (message.author) return { isYou: message.author.id === viewerId, name: message.author.name };
  return { isYou: false, name: nameOf(message.from) };
}

/** Where an answer goes when the sender wants it elsewhere than at the address that he wrote from; else nothing. */
export const answersElsewhere = ({ direction, from, replyTo }: MessageView): string[] =>
  direction === "in" && !replyTo.some(({ address }) => sameAddress(address, from.address))
    ? replyTo.map(({ address }) => address)
    : [];
