import type { Database } from "@/lib/db/client";
import { addressKey } from "@/lib/domain/address";
import { writerOf, type MessageWriter } from "@/lib/domain/message-writer";
import type { Incoming } from "./direction-of-message";
import type { Contact } from "./ensure-lead";
import type { Known } from "./find-known-messages";
import { knownLead } from "./write-writers";

type Home = { leadId: string | null; threadId: number; contact: Contact | null };

/** Who of the lead's side wrote a new inbound message; null for our own, a stranger's and a delivery report. */
export async function writerOfMessage(
  tx: Database,
  message: Incoming,
  { leadId, threadId, contact }: Home,
  { parents }: Known,
): Promise<MessageWriter | null> {
  const { direction, bounces, from } = message;
  if (direction === "out" || leadId === null || bounces.length > 0) return null;
  const emails = [
    contact?.leadId === leadId ? contact.address : null,
    ...parents.flatMap((parent) => (parent.threadId === threadId ? parent.leadEmail : null)),
  ];
  const key = from && addressKey(from.address);
  // It mostly is the lead, and then there is nothing to ask.
  if (key && emails.some((email) => email !== null && addressKey(email) === key)) return "lead";
  const lead = await knownLead(tx, leadId);
  return lead && writerOf(from ?? { name: "", address: "" }, lead);
}
