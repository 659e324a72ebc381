import { and, asc, eq } from "drizzle-orm";
import { drafts, members } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import type { FindDraftInput } from "./schemas";

/** To whom the actor has handed drafts in a thread, by name, as long as these have neither sent nor thrown them away. */
export async function listGivenTo({ actor, db }: Context, { threadId }: FindDraftInput): Promise<string[]> {
  may(actor, "reply.send");
  const rows = await db
    .select({ name: members.name })
    .from(drafts)
    .innerJoin(members, eq(members.id, drafts.authorId))
    .where(
      and(
        eq(drafts.threadId, threadId),
        eq(drafts.handedById, actor.memberId),
        eq(drafts.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, drafts.threadId),
      ),
    )
    .orderBy(asc(drafts.handedAt));
  return rows.map(({ name }) => name);
}
