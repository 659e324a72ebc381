import { eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  drafts,
  events,
  messages,
  replies,
  smartleadActions,
  smartleadLeads,
  threadNotes,
  threads,
} from "@/lib/db/schema";
import type { DraftContent } from "@/lib/domain/draft";
import { notifyChange } from "@/lib/realtime/notify";
import { recordEach } from "@/lib/services/record-each";
import { refreshThread } from "@/lib/services/threads/refresh-thread";
import type { Contact } from "./ensure-lead";
import { writeWriters } from "./write-writers";

type Merge = {
  workspaceId: string;
  survivor: number;
  others: number[];
  /** Whose the thread is from now on, if it is nobody's yet; null leaves that as it is. */
  contact: Contact | null;
};

/**
 * Makes one thread of several of the same lead and mailbox: messages, replies, drafts and history move to `survivor`; the others'
 * rows go, and the event `thread.merged` keeps where their numbers lead (`findSurvivingThread`). The caller stores a
 * message in it next, which brings its figures up to date.
 */
export async function mergeThreads(tx: Database, { workspaceId, survivor, others, contact }: Merge): Promise<void> {
  const ids = [survivor, ...others];
  const held = await tx.select().from(threads).where(inArray(threads.id, ids)).orderBy(threads.id).for("update");
  const kept = held.find(({ id }) => id === survivor);
  if (!kept) throw new Error("threads were merged into one that does not exist");
  await tx
    .update(threads)
    .set({ ...together(kept, held), ...ownerOf(kept, contact) })
    .where(eq(threads.id, survivor));
  if (others.length === 0) return writeWriters(tx, survivor);
  for (const table of [messages, replies, events, smartleadLeads, smartleadActions, threadNotes])
    await tx.update(table).set({ threadId: survivor }).where(inArray(table.threadId, others));
  await moveDrafts(tx, survivor, others);
  await writeWriters(tx, survivor);
  await refreshThread(tx, survivor);
  await tx.delete(threads).where(inArray(threads.id, others));
  await recordEach(
    tx,
    { workspaceId },
    "thread.merged",
    others.map((threadId) => ({ threadId, data: { into: survivor } })),
  );
  await notifyChange(tx, { workspaceId, kind: "threads", threadIds: ids });
}

type ThreadRow = typeof threads.$inferSelect;

/** What people said of any of them holds for the whole; it is out of the inbox only when all of them were. */
function together(kept: ThreadRow, all: ThreadRow[]): Partial<ThreadRow> {
  const newest = all.toSorted((a, b) => a.lastMessageAt.getTime() - b.lastMessageAt.getTime()).at(-1)!;
  const categorised = kept.categoryId ? kept : (all.find(({ categoryId }) => categoryId) ?? kept);
  return {
    // Smartlead answers in its own threads; what it does not know there leaves through it all the same.
    engine: all.some(({ engine }) => engine === "smartlead") ? "smartlead" : kept.engine,
    lastMessageAt: newest.lastMessageAt,
    lastMessageId: newest.lastMessageId,
    snippet: newest.snippet,
    categoryId: categorised.categoryId,
    categorySource: categorised.categorySource,
    categoryBecause: categorised.categoryBecause,
    assigneeId: kept.assigneeId ?? all.find(({ assigneeId }) => assigneeId)?.assigneeId ?? null,
    isImportant: all.some(({ isImportant }) => isImportant),
    archivedAt: all.every(({ archivedAt }) => archivedAt) ? kept.archivedAt : null,
  };
}

const ownerOf = (kept: ThreadRow, contact: Contact | null): Partial<ThreadRow> =>
  kept.kind !== "untracked" || !contact
    ? {}
    : {
        kind: "lead",
        leadId: contact.leadId,
        campaignId: contact.campaignId,
        contactName: contact.name,
        contactAddress: contact.address,
      };

/**
 * One draft a thread and author: where somebody has two, the older one's words stand below the newer one's. That is another
 * version, or a window in which one of them is open would save over both without asking.
 */
async function moveDrafts(tx: Database, survivor: number, others: number[]): Promise<void> {
  const found = await tx
    .select()
    .from(drafts)
    .where(inArray(drafts.threadId, [survivor, ...others]))
    .orderBy(sql`${drafts.savedAt} desc`);
  for (const authorId of new Set(found.map((draft) => draft.authorId))) {
    const [newest, ...older] = found.filter((draft) => draft.authorId === authorId) as [Draft, ...Draft[]];
    for (const { id } of older) await tx.delete(drafts).where(eq(drafts.id, id));
    const content = older.reduce((whole, draft) => below(whole, draft.content), newest.content);
    const version = older.length > 0 ? { savedAt: new Date() } : {};
    await tx
      .update(drafts)
      .set({ threadId: survivor, content, ...version })
      .where(eq(drafts.id, newest.id));
  }
}

type Draft = typeof drafts.$inferSelect;

const below = (upper: DraftContent, lower: DraftContent): DraftContent => ({
  ...upper,
  bodyHtml: `${upper.bodyHtml}${lower.bodyHtml}`,
  attachments: [...upper.attachments, ...lower.attachments],
});
