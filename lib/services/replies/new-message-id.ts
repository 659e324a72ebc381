import { randomBytes } from "node:crypto";
import { newStatsId } from "@/lib/core/ids";
import { addressKey, domainOf } from "@/lib/domain/address";

/** The ids of a reply of a mailbox's, fixed when it is accepted; the Message-ID without angle brackets. */
export function newMessageId(address: string): { statsId: string; messageId: string } {
  const statsId = newStatsId();
  return { statsId, messageId: `${statsId}-${randomBytes(6).toString("hex")}@${domainOf(addressKey(address))}` };
}
