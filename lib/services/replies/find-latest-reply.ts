import { desc, eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { may, type Context } from "../context";

/** The Message-ID of the reply that the workspace accepted last, with its brackets; null when there is none yet. */
export async function findLatestReply({ actor, db }: Context): Promise<string | null> {
  may(actor, "thread.read");
  const [latest] = await db
    .select({ messageId: replies.messageId })
    .from(replies)
    .where(eq(replies.workspaceId, actor.workspaceId))
    .orderBy(desc(replies.acceptedAt))
    .limit(1);
  return latest ? `<${latest.messageId}>` : null;
}
