import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { findEvidence } from "./find-evidence";
import { proveSent } from "./prove-sent";
import { announceReply, type ReplyRow } from "./reply-row";
import { requestSync } from "./request-sync";

/**
 * Nobody can say whether a claimed reply has left: it is `unknown` and is looked for, unless what shows that it did is stored already.
 * The token stays, since a holder that only hung may still say how it ended. Called with the reply locked.
 */
export async function becomeUnknown(
  tx: Database,
  now: Clock,
  reply: ReplyRow,
  { serverResponse = reply.serverResponse }: { serverResponse?: string | null } = {},
): Promise<"sent" | "unknown"> {
  const [unknown] = await tx
    .update(replies)
    .set({ status: "unknown", serverResponse, claimedUntil: null, markedAt: reply.markedAt ?? now() })
    .where(eq(replies.id, reply.id))
    .returning();
  const evidence = await findEvidence(tx, reply);
  if (evidence) {
    await proveSent(tx, unknown!, evidence);
    return "sent";
  }
  await requestSync(tx, now, reply.mailboxId);
  await announceReply(tx, reply, "reply.unknown");
  return "unknown";
}
