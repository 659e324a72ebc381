import { and, desc, eq, isNotNull } from "drizzle-orm";
import { drafts, members, threads } from "@/lib/db/schema";
import type { HandedDraft } from "@/lib/domain/draft";
import { inScope } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";

/** The drafts that teammates have handed to the actor and that have not been sent or thrown away, the newest first. */
export async function listHandedDrafts({ actor, db }: Context): Promise<HandedDraft[]> {
  may(actor, "reply.send");
  const rows = await db
    .select({
      threadId: drafts.threadId,
      subject: threads.subject,
      by: members.name,
      at: drafts.handedAt,
      note: drafts.handedNote,
    })
    .from(drafts)
    .innerJoin(members, eq(members.id, drafts.handedById))
    .innerJoin(threads, eq(threads.id, drafts.threadId))
    .where(and(eq(drafts.authorId, actor.memberId), isNotNull(drafts.handedAt), inScope(actor)))
    .orderBy(desc(drafts.handedAt))
    .limit(100);
  return rows.map(({ at, ...draft }) => ({ ...draft, at: at!.toISOString() }));
}
