import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { mailboxes, replies } from "@/lib/db/schema";
import { addressKey, domainOf } from "@/lib/domain/address";
import type { HeldReason, ReplyStatus } from "@/lib/domain/reply-state";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { GetReplyStatusInput } from "./schemas";
import { withoutBrackets } from "./send-email-thread-target";

export type ReplyStatusView = {
  messageId: string;
  status: ReplyStatus;
  /** Closed words: why it failed or was cancelled, and why it does not leave yet. */
  reason: string | null;
  heldReason: HeldReason | null;
  eventTime: Date;
  scheduledTime: Date | null;
  emailStatsId: string;
};

/** How a reply stands, by the Message-ID that its acceptance answered (with or without brackets). @throws AppError `not_found` */
export async function getReplyStatus(
  { actor, db }: Context,
  { message_id }: GetReplyStatusInput,
): Promise<ReplyStatusView> {
  may(actor, "plan.read");
  const asked = withoutBrackets(message_id);
  const found = await withMessageIds({ actor, db }, [asked]);
  const reply = found ?? (await withMessageIds({ actor, db }, await otherDomains({ actor, db }, asked)));
  if (!reply) throw new AppError("not_found", { reason: "reply" });
  return {
    messageId: `<${reply.messageId}>`,
    status: reply.status,
    reason: reply.reason,
    heldReason: reply.heldReason,
    eventTime: reply.sentAt ?? reply.markedAt ?? reply.acceptedAt,
    scheduledTime: reply.scheduledAt,
    emailStatsId: reply.statsId,
  };
}

type Asker = Pick<Context, "actor" | "db">;

async function withMessageIds({ actor, db }: Asker, messageIds: string[]) {
  const [reply] = await db
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, replies.threadId),
        inArray(replies.messageId, messageIds),
      ),
    );
  return reply;
}

/** A reply that was sent from another mailbox keeps its Message-ID but for the domain, which is one of ours. */
async function otherDomains({ actor, db }: Asker, messageId: string): Promise<string[]> {
  const at = messageId.lastIndexOf("@");
  const own = await db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.workspaceId, actor.workspaceId));
  const domains = [...new Set(own.map(({ address }) => domainOf(addressKey(address))))];
  if (!domains.includes(messageId.slice(at + 1))) return [];
  return domains.map((domain) => `${messageId.slice(0, at)}@${domain}`);
}
