import { sameAddress } from "@/lib/domain/address";
import type { Bounce } from "@/lib/domain/bounce";
import type { Party } from "@/lib/domain/party";
import { warmUpMarkOf } from "@/lib/domain/warm-up";
import type { IngestInput } from "./ingest-types";
import type { OwnMailbox } from "./own-mailboxes";
import type { ReadMessage } from "./read-message";

/** A message that knows whose it is: `others` are the outside parties, who wrote it or to whom it went (To before Cc before Bcc). */
export type Incoming = ReadMessage &
  Pick<IngestInput, "workspaceId" | "mailboxId" | "source" | "reply" | "given"> & {
    isQuiet: boolean;
    direction: "in" | "out";
    others: Party[];
    isPast: boolean;
    ownAddresses: string[];
    /** It bears the address of an own mailbox, but only an INBOX has it: anybody may have written it, so it settles nothing. */
    isUnproven: boolean;
    /** Of the recipients that a delivery report names, those to whom we did write what came back. */
    believedBounces: Bounce[];
    /** The rule of the mailbox by which it is warm-up mail. */
    warmUpMark: string | null;
  };

/**
 * What is From an own mailbox is outbound, wherever it was found, and belongs to the mailbox that it is from: a copy that
 * another own mailbox received is the same message. A Sent folder holds outbound mail also from an alias that is no mailbox here,
 * whoever of us got a copy, as long as it went to somebody outside.
 */
export function directionOfMessage(message: ReadMessage, input: IngestInput, own: OwnMailbox[]): Incoming {
  const sender = own.find((mailbox) => message.from && sameAddress(mailbox.address, message.from.address));
  const isOwn = (party: Party) => own.some((mailbox) => sameAddress(mailbox.address, party.address));
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  const isFiledCopy = input.source === "sent" && (recipients.length === 0 || !recipients.every(isOwn));
  const isOut = sender || input.source === "outbox" || isFiledCopy;
  const direction = input.given?.direction ?? (isOut ? "out" : "in");
  const parties = direction === "out" ? recipients : message.from ? [message.from] : [];
  const isPlaced = input.source === "outbox" || input.given !== undefined;
  const mailboxId = (direction === "out" && !isPlaced && sender?.id) || input.mailboxId;
  const others = parties.filter((party) => party.address && !isOwn(party));
  const rules = own.find(({ id }) => id === mailboxId)?.warmUp;
  return {
    ...message,
    workspaceId: input.workspaceId,
    mailboxId,
    source: input.source,
    isQuiet: input.isQuiet ?? false,
    ...(input.reply ? { reply: input.reply } : {}),
    ...(input.given ? { given: input.given } : {}),
    direction,
    others,
    isPast: input.isPast ?? input.source === "import",
    ownAddresses: own.map((mailbox) => mailbox.address),
    isUnproven: direction === "out" && (input.source === "inbox" || input.source === "junk"),
    believedBounces: [],
    warmUpMark: rules && !input.given ? warmUpMarkOf({ ...message, others }, rules) : null,
  };
}
