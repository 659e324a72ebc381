import type { Database } from "@/lib/db/client";
import { sameAddress } from "@/lib/domain/address";
import type { Bounce } from "@/lib/domain/bounce";
import type { Incoming } from "./direction-of-message";
import type { Known } from "./find-known-messages";
import { wasWrittenTo } from "./was-written-to";

/** How long after a message its bounce may come: servers give up after five days (RFC 5321 §4.5.4.1). */
const LATEST_DAYS = 7;
const MOST_ASKED = 50;

/**
 * The parts of a delivery report that are believed, since anybody can write one: it refers to a message of ours (only its
 * recipients and we know the Message-ID) that went to that address. A report that refers to nothing at all must bear a mail
 * system's own marks, and come soon after this mailbox wrote to the address.
 */
export async function believedBounces(tx: Database, message: Incoming, known: Known, at: Date): Promise<Bounce[]> {
  const { bounces, workspaceId, mailboxId } = message;
  if (message.direction === "out" || bounces.length === 0) return [];
  const isNamed = message.originalIds.length + message.inReplyTo.length + message.references.length > 0;
  if (isNamed) return bounces.filter((bounce) => wentTo(known, bounce.recipient));
  if (!message.isFromMailSystem) return [];
  const since = new Date(at.getTime() - LATEST_DAYS * 86_400_000);
  const believed: Bounce[] = [];
  for (const bounce of bounces.slice(0, MOST_ASKED))
    if (await wasWrittenTo(tx, workspaceId, bounce.recipient, { mailboxId, since })) believed.push(bounce);
  return believed;
}

const LEFT = ["sending", "sent", "unknown"];

function wentTo({ parents, answered }: Known, recipient: string): boolean {
  const ours = [
    ...parents.filter((parent) => parent.direction === "out" && !parent.isUnproven),
    ...answered.filter((reply) => LEFT.includes(reply.status)),
  ];
  return ours.some(({ to, cc, bcc }) => [...to, ...cc, ...bcc].some(({ address }) => sameAddress(address, recipient)));
}
