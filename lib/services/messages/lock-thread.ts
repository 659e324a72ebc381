import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { isAmong } from "@/lib/db/is-among";
import { replies, threads } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import type { Incoming } from "./direction-of-message";
import { ensureLead, type Contact } from "./ensure-lead";
import { WrittenMeanwhile } from "./storing-errors";

/** What storing a message asks of its thread as it was before. */
export type HeldThread = Pick<
  typeof threads.$inferSelect,
  | "id"
  | "kind"
  | "leadId"
  | "campaignId"
  | "mailboxId"
  | "baseSubject"
  | "contactName"
  | "contactAddress"
  | "categoryId"
  | "categorySource"
  | "lastMessageAt"
  | "unreadCount"
>;

/** Holds threads as `lockThread` does, in one order for everybody; those that are gone are not among them. */
export async function holdThreads(tx: Database, threadIds: number[]): Promise<Map<number, HeldThread>> {
  if (threadIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(threads)
    .where(isAmong(threads.id, threadIds))
    .orderBy(asc(threads.id))
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Holds the thread's row to the end of the transaction, as everybody does who counts its messages.
 * A stranger whom we answer becomes a lead of "Direct".
 * @param held threads that the transaction holds already
 */
export async function lockThread(
  tx: Database,
  message: Incoming,
  threadId: number,
  contact: Contact | undefined | null,
  held?: Map<number, HeldThread>,
): Promise<HeldThread> {
  const thread = held?.get(threadId) ?? (await holdThreads(tx, [threadId])).get(threadId);
  // Another mailbox's arrival may just have merged it into an older one.
  if (!thread) throw new WrittenMeanwhile();
  if (thread.kind !== "untracked" || message.direction === "in" || message.isUnproven || message.others.length === 0)
    return thread;
  // Who passes a stranger's message on has not answered the stranger.
  if (message.reply && (await leftAsForward(tx, message.reply.id))) return thread;
  const writer = { name: thread.contactName, address: thread.contactAddress };
  const isToWriter = message.others.some((party) => sameAddress(party.address, writer.address));
  const lead =
    contact ??
    (await ensureLead(
      tx,
      { workspaceId: message.workspaceId, mailboxId: thread.mailboxId },
      isToWriter ? writer : message.others[0]!,
    ));
  await tx
    .update(threads)
    .set({ kind: "lead", leadId: lead.leadId, campaignId: lead.campaignId })
    .where(eq(threads.id, threadId));
  return thread;
}

async function leftAsForward(tx: Database, replyId: string): Promise<boolean> {
  return (await tx.$count(replies, and(eq(replies.id, replyId), eq(replies.kind, "forward")))) > 0;
}
