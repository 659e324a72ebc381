import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  drafts,
  events,
  followUpChains,
  messages,
  notifications,
  presences,
  replies,
  reviews,
  smartleadActions,
  smartleadLeads,
  tasks,
  templateUses,
  threadFollowers,
  threadNotes,
  threadReminders,
  threads,
} from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { draftBelow } from "@/lib/domain/draft-below";
import { endChain } from "@/lib/services/follow-ups/end-chain";
import { recordEach } from "@/lib/services/record-each";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
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
  if (others.length === 0) {
    // What a stranger has written there was the lead's answer.
    if (kept.kind === "untracked" && contact)
      await closeAnsweredReminders(tx, { threadId: survivor, leadId: contact.leadId, at: new Date() });
    return writeWriters(tx, survivor);
  }
  for (const table of TABLES) await tx.update(table).set({ threadId: survivor }).where(inArray(table.threadId, others));
  await moveFollowers(tx, survivor, others);
  await settleReminders(tx, survivor, kept.leadId ?? contact?.leadId ?? null);
  await settleChains(tx, survivor);
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

/** Whose rows belong to a thread. Drafts move on their own, since an author has one a thread. */
const TABLES = [
  messages,
  replies,
  events,
  followUpChains,
  notifications,
  presences,
  reviews,
  tasks,
  smartleadLeads,
  smartleadActions,
  threadNotes,
  threadReminders,
  templateUses,
];

/** Who follows one of them follows the whole. */
async function moveFollowers(tx: Database, survivor: number, others: number[]): Promise<void> {
  const gone = inArray(threadFollowers.threadId, others);
  const followers = await tx.delete(threadFollowers).where(gone).returning();
  if (followers.length === 0) return;
  const moved = followers.map((follower) => ({ ...follower, threadId: survivor }));
  await tx.insert(threadFollowers).values(moved).onConflictDoNothing();
}

/** A thread has one plan: of several that came together the newest goes on. */
async function settleChains(tx: Database, threadId: number): Promise<void> {
  const open = await tx
    .select()
    .from(followUpChains)
    .where(and(eq(followUpChains.threadId, threadId), isNull(followUpChains.endedAt)))
    .orderBy(desc(followUpChains.createdAt), desc(followUpChains.id));
  for (const chain of open.slice(1)) await endChain(tx, chain, { reason: "by_person", at: open[0]!.createdAt });
}

type ThreadRow = typeof threads.$inferSelect;

/** What people said of any of them holds for the whole; it is out of the inbox only when all of them were. */
function together(kept: ThreadRow, all: ThreadRow[]): Partial<ThreadRow> {
  const newest = all.toSorted((a, b) => a.lastMessageAt.getTime() - b.lastMessageAt.getTime()).at(-1)!;
  const owned = kept.assigneeId ? kept : (all.find(({ assigneeId }) => assigneeId) ?? kept);
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
    assigneeId: owned.assigneeId,
    assignedAt: owned.assignedAt,
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

/** A member has one open snooze and one open reminder a thread, the earliest; what the other thread has answered is settled. */
async function settleReminders(tx: Database, threadId: number, leadId: string | null): Promise<void> {
  const at = new Date();
  const isOpen = and(eq(threadReminders.threadId, threadId), isNull(threadReminders.closedAt));
  const open = await tx.select().from(threadReminders).where(isOpen).orderBy(threadReminders.remindAt);
  const kept = new Set<string>();
  for (const { id, memberId, kind } of open) {
    if (!kept.has(`${memberId} ${kind}`)) kept.add(`${memberId} ${kind}`);
    else
      await tx
        .update(threadReminders)
        .set({ closedAt: at, closedReason: "replaced" })
        .where(eq(threadReminders.id, id));
  }
  await closeAnsweredReminders(tx, { threadId, leadId, at });
}

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
    const content = older.reduce((whole, draft) => draftBelow(whole, draft.content), newest.content);
    const version = older.length > 0 ? { savedAt: new Date() } : {};
    await tx
      .update(drafts)
      .set({ threadId: survivor, content, ...version })
      .where(eq(drafts.id, newest.id));
  }
}

type Draft = typeof drafts.$inferSelect;
