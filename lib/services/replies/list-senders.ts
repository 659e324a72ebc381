import { and, asc, desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { mailboxes, replies } from "@/lib/db/schema";
import { mailboxesOf } from "@/lib/services/access/mailboxes-of";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { ListSendersInput, Sender } from "./outbox-schemas";
import { isOfCampaign, mayStandIn } from "./sending-mailboxes";

/**
 * The other mailboxes from which a reply could leave: those of its thread's campaign first, each by its address. Smartlead takes none.
 * @throws AppError `not_found` when the actor's workspace has no such reply
 */
export async function listSenders({ actor, db }: Context, { replyId }: ListSendersInput): Promise<Sender[]> {
  may(actor, "reply.send");
  const [reply] = await db
    .select({
      workspaceId: replies.workspaceId,
      mailboxId: replies.mailboxId,
      smartleadLeadId: replies.smartleadLeadId,
    })
    .from(replies)
    .where(
      and(eq(replies.id, replyId), eq(replies.workspaceId, actor.workspaceId), isOfSeenThread(actor, replies.threadId)),
    );
  if (!reply) throw new AppError("not_found", { reason: "reply" });
  if (reply.smartleadLeadId !== null) return [];
  return db
    .select({ id: mailboxes.id, address: mailboxes.address, colour: mailboxes.colour })
    .from(mailboxes)
    .where(and(mayStandIn(reply), mailboxesOf(actor)))
    .orderBy(desc(isOfCampaign(replyId)), asc(mailboxes.address));
}
