import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import type { Incoming } from "./direction-of-message";

/** A report about somebody to whom a message was only passed on: it says nothing about the thread's lead. */
export async function isForwardsBounce(
  tx: Database,
  message: Incoming,
  { contactAddress }: { contactAddress: string },
): Promise<boolean> {
  const { bounces, workspaceId, originalIds, inReplyTo, references } = message;
  if (bounces.length === 0 || bounces.some(({ recipient }) => sameAddress(recipient, contactAddress))) return false;
  const named = [...originalIds, ...inReplyTo, ...references];
  if (named.length === 0) return false;
  const [forward] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.workspaceId, workspaceId), inArray(replies.messageId, named), eq(replies.kind, "forward")))
    .limit(1);
  return forward !== undefined;
}
