import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import { setSeen } from "@/lib/mail/imap/set-seen";
import { notifyChange } from "@/lib/realtime/notify";
import { unreadCount } from "@/lib/services/threads/unread-count";
import type { Folder } from "./mailbox-folder-row";
import { markPlaces, unseenPlaces } from "./mailbox-places";
import type { Session } from "./mailbox-session";

/** What one look sets on the server in a folder; the rest follows with the next. */
const SET_AT_ONCE = 500;

/**
 * Carries what other programs marked as read, or as unread again, over to here; only where the mailbox follows \Seen.
 * Without that nothing of other programs changes what is read here.
 */
export async function carrySeen(
  { deps: { db, now }, mailbox }: Session,
  changed: { messageId: string; isSeen: boolean }[],
): Promise<void> {
  if (!mailbox.followsSeen || changed.length === 0) return;
  for (const isSeen of [true, false]) {
    const ids = changed.filter((change) => change.isSeen === isSeen).map(({ messageId }) => messageId);
    if (ids.length === 0) continue;
    await db.transaction(async (tx) => {
      const isWanted = and(
        inArray(messages.id, ids),
        eq(messages.direction, "in"),
        isSeen ? isNull(messages.readAt) : isNotNull(messages.readAt),
      );
      const concerned = await tx.selectDistinct({ threadId: messages.threadId }).from(messages).where(isWanted);
      const threadIds = concerned.map(({ threadId }) => threadId).toSorted((a, b) => a - b);
      if (threadIds.length === 0) return;
      // Threads before messages, in everybody's order: an arrival is either counted or still unread.
      await tx
        .select({ id: threads.id })
        .from(threads)
        .where(inArray(threads.id, threadIds))
        .orderBy(threads.id)
        .for("no key update");
      await tx
        .update(messages)
        .set({ readAt: isSeen ? now() : null })
        .where(isWanted);
      await tx.update(threads).set({ unreadCount: unreadCount() }).where(inArray(threads.id, threadIds));
      await notifyChange(tx, { workspaceId: mailbox.workspaceId, kind: "threads", threadIds });
    });
  }
}

/**
 * Marks on the server what was read here, where the mailbox follows \Seen. It opens the folder for writing.
 * @returns whether it wrote: not where its UIDs changed, so that the folder has to be compared first
 */
export async function tellSeen({ deps: { db }, mailbox, client }: Session, folder: Folder): Promise<boolean> {
  if (!mailbox.followsSeen || folder.uidValidity === null) return false;
  const uids = await unseenPlaces(db, folder.id, SET_AT_ONCE);
  if (uids.length === 0) return false;
  if (!(await setSeen(client, folder, uids))) return false;
  await markPlaces(db, folder.id, new Map(uids.map((uid) => [uid, true])));
  return true;
}
