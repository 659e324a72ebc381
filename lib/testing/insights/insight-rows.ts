import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events, leads, messages, replies, reviews, templateUses, threads } from "@/lib/db/schema";
import type { Cast } from "./make-cast";

export type InsightRows = Awaited<ReturnType<typeof readInsightRows>>;
export type OwnThread = InsightRows["threads"][number];
export type Said = InsightRows["messages"][number];

/** Every row of a workspace that figures are made of, plainly. */
export async function readInsightRows(db: Database, { workspaceId }: Cast) {
  const [m, t] = [messages, threads];
  return {
    threads: await db.select().from(t).where(eq(t.workspaceId, workspaceId)),
    messages: await db
      .select({
        id: m.id,
        threadId: m.threadId,
        direction: m.direction,
        sentAt: m.sentAt,
        isAutomatic: m.isAutomatic,
        bounces: m.bounces,
        sentOffset: m.sentOffset,
        step: m.step,
        authorId: m.authorId,
        replyId: m.replyId,
      })
      .from(m)
      .where(eq(m.workspaceId, workspaceId)),
    replies: await db.select().from(replies).where(eq(replies.workspaceId, workspaceId)),
    leads: await db.select().from(leads).where(eq(leads.workspaceId, workspaceId)),
    events: await db.select().from(events).where(eq(events.workspaceId, workspaceId)),
    reviews: await db.select().from(reviews).where(eq(reviews.workspaceId, workspaceId)),
    uses: await db.select().from(templateUses).where(eq(templateUses.workspaceId, workspaceId)),
  };
}
