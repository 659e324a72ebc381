import { and, desc, eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";

/** The Message-ID of the reply in the actor's sight that was accepted last, with its brackets; null when there is none yet. @throws AppError `forbidden` */
export async function findLatestReply({ actor, db }: Context): Promise<string | null> {
  may(actor, "plan.read");
  const [latest] = await db
    .select({ messageId: replies.messageId })
    .from(replies)
    .where(and(eq(replies.workspaceId, actor.workspaceId), isOfSeenThread(actor, replies.threadId)))
    .orderBy(desc(replies.acceptedAt))
    .limit(1);
  return latest ? `<${latest.messageId}>` : null;
}
