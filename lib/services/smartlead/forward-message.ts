import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { messages, smartleadMessages } from "@/lib/db/schema";
import { parseAddressList } from "@/lib/domain/address";
import { paragraphsOf } from "@/lib/domain/plain-text";
import { notifyChange } from "@/lib/realtime/notify";
import { findBlocked } from "../blocks/find-blocked";
import { may, type Context } from "../context";
import { record } from "../record";
import type { ForwardMessageInput } from "./action-schemas";
import { carryOver } from "./carry-over";
import { leadOfThread } from "./lead-of-thread";

/**
 * Has Smartlead forward a message of a thread to others, with some words of one's own before it.
 * @throws AppError `not_found` (thread, message); `unprocessable`: not_at_smartlead, message_not_at_smartlead for one that Smartlead
 * has not told of, blocked
 */
export async function forwardMessage({ actor, db }: Context, input: ForwardMessageInput) {
  may(actor, "reply.send");
  const { threadId, messageId, text } = input;
  const addresses = [...new Set(parseAddressList(input.to).parties.map(({ address }) => address))];
  return db.transaction(async (tx) => {
    const { connectionId, campaignId } = await leadOfThread(tx, actor, threadId);
    const [message] = await tx
      .select({ remoteId: messages.messageId, statsId: messages.statsId, told: smartleadMessages.connectionId })
      .from(messages)
      .leftJoin(smartleadMessages, eq(smartleadMessages.messageId, messages.id))
      .where(and(eq(messages.id, messageId), eq(messages.threadId, threadId)));
    if (!message) throw new AppError("not_found", { reason: "message" });
    // What only IMAP has brought has a stats id of ours, which means nothing there.
    if (message.told !== connectionId) throw new AppError("unprocessable", { reason: "message_not_at_smartlead" });
    if ((await findBlocked(tx, actor.workspaceId, addresses)).length > 0)
      throw new AppError("unprocessable", { reason: "blocked" });
    const payload = {
      campaign_id: campaignId,
      message_id: `<${message.remoteId}>`,
      stats_id: message.statsId,
      to_emails: addresses.join(","),
      ...(text ? { forward_email_body: paragraphsOf(text) } : {}),
    };
    await carryOver(tx, actor, "forward", [{ connectionId, threadId, payload }]);
    await record(tx, actor, "message.forwarded", { threadId, subjectId: messageId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
