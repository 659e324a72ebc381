import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, mailboxes, messages, threads } from "@/lib/db/schema";
import { standingOf, type InvitationView } from "@/lib/domain/invitation";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Context } from "../context";

type InvitedMessage = {
  invitation: InvitationView;
  /** The mailbox of its thread, which answers. */
  address: string;
  isThroughSmartlead: boolean;
  /** What the contract calls the message. */
  target: { campaignId: number; emailStatsId: string; replyMessageId: string; id: number };
};

/** A message with an invitation as it stands after what came later. @throws AppError `not_found` for one that the actor cannot see */
export async function invitedMessage({ actor, db }: Context, messageId: string): Promise<InvitedMessage> {
  const [found] = await db
    .select({
      threadId: messages.threadId,
      statsId: messages.statsId,
      messageId: messages.messageId,
      campaignId:
        sql<number>`coalesce(${campaigns.number}, (select number from campaigns where direct_mailbox_id = ${mailboxes.id}))`.mapWith(
          Number,
        ),
      address: mailboxes.address,
      engine: threads.engine,
      mailboxEngine: mailboxes.engine,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .innerJoin(mailboxes, eq(mailboxes.id, threads.mailboxId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
      ),
    );
  if (!found) throw new AppError("not_found", { reason: "message" });
  const invitations = await db
    .select({ id: messages.id, invitation: messages.invitation })
    .from(messages)
    .where(and(eq(messages.threadId, found.threadId), isNotNull(messages.invitation)))
    .orderBy(asc(messages.sentAt), asc(messages.id));
  const index = invitations.findIndex(({ id }) => id === messageId);
  const [own, ...later] = index < 0 ? [] : invitations.slice(index).flatMap(({ invitation }) => invitation ?? []);
  if (!own) throw new AppError("unprocessable", { reason: "invitation_none" });
  const { threadId, campaignId, statsId, address } = found;
  return {
    invitation: standingOf(own, later),
    address,
    isThroughSmartlead: found.engine === "smartlead" || found.mailboxEngine === "smartlead",
    target: { campaignId, emailStatsId: statsId, replyMessageId: `<${found.messageId}>`, id: threadId },
  };
}
