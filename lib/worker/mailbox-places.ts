import { and, eq, inArray, min, ne, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { mailboxFolders, messagePlaces, messages } from "@/lib/db/schema";
import type { Folder } from "./mailbox-folder-row";

export type Place = { uid: number; messageId: string; isSeen: boolean };

/** Rows of one statement: PostgreSQL takes 65,535 parameters, and no value without end. */
const AT_ONCE = 5_000;

/** Writes where messages lie, and how far the folder was read, in one step: what counts as read has its place. */
export async function savePlaces(
  db: Database,
  folderId: string,
  places: Place[],
  progress: Partial<Folder> = {},
): Promise<void> {
  await db.transaction(async (tx) => {
    await insertPlaces(tx, folderId, places);
    if (Object.keys(progress).length > 0)
      await tx.update(mailboxFolders).set(progress).where(eq(mailboxFolders.id, folderId));
  });
}

/** The folder was compared from scratch: what was known of it holds no longer. */
export async function replacePlaces(
  db: Database,
  folderId: string,
  places: Place[],
  progress: Partial<Folder>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(messagePlaces).where(eq(messagePlaces.folderId, folderId));
    await insertPlaces(tx, folderId, places);
    await tx.update(mailboxFolders).set(progress).where(eq(mailboxFolders.id, folderId));
  });
}

async function insertPlaces(tx: Database, folderId: string, places: Place[]): Promise<void> {
  for (let at = 0; at < places.length; at += AT_ONCE)
    await insertRows(
      tx,
      messagePlaces,
      places.slice(at, at + AT_ONCE).map((place) => ({ folderId, ...place })),
      sql`on conflict (folder_id, uid) do update set message_id = excluded.message_id, is_seen = excluded.is_seen`,
    );
}

/** @returns which messages of the folder are where, by UID */
export async function placesOf(db: Database, folderId: string): Promise<Map<number, Place>> {
  const rows = await db
    .select({ uid: messagePlaces.uid, messageId: messagePlaces.messageId, isSeen: messagePlaces.isSeen })
    .from(messagePlaces)
    .where(eq(messagePlaces.folderId, folderId));
  return new Map(rows.map((row) => [row.uid, row]));
}

/** The lowest UID of the folder that is a message of ours; null when none is. */
export async function firstPlaceOf(db: Database, folderId: string): Promise<number | null> {
  const [row] = await db
    .select({ uid: min(messagePlaces.uid) })
    .from(messagePlaces)
    .where(eq(messagePlaces.folderId, folderId));
  return row?.uid ?? null;
}

/** Messages that were expunged or moved away are in this folder no longer; they stay ours. */
export async function dropPlaces(db: Database, folderId: string, uids: number[]): Promise<void> {
  for (let at = 0; at < uids.length; at += AT_ONCE)
    await db
      .delete(messagePlaces)
      .where(and(eq(messagePlaces.folderId, folderId), inArray(messagePlaces.uid, uids.slice(at, at + AT_ONCE))));
}

/** @returns the messages whose mark did change, and to what */
export async function markPlaces(
  db: Database,
  folderId: string,
  seen: Map<number, boolean>,
): Promise<{ messageId: string; isSeen: boolean }[]> {
  const changed: { messageId: string; isSeen: boolean }[] = [];
  for (const isSeen of [true, false]) {
    const uids = [...seen].filter(([, now]) => now === isSeen).map(([uid]) => uid);
    for (let at = 0; at < uids.length; at += AT_ONCE)
      changed.push(
        ...(await db
          .update(messagePlaces)
          .set({ isSeen })
          .where(
            and(
              eq(messagePlaces.folderId, folderId),
              inArray(messagePlaces.uid, uids.slice(at, at + AT_ONCE)),
              ne(messagePlaces.isSeen, isSeen),
            ),
          )
          .returning({ messageId: messagePlaces.messageId, isSeen: messagePlaces.isSeen })),
      );
  }
  return changed;
}

/** Inbound messages that were read here and that the folder still holds as unread. */
export async function unseenPlaces(db: Database, folderId: string, limit: number): Promise<number[]> {
  const rows = await db
    .select({ uid: messagePlaces.uid })
    .from(messagePlaces)
    .innerJoin(messages, eq(messages.id, messagePlaces.messageId))
    .where(
      and(
        eq(messagePlaces.folderId, folderId),
        eq(messagePlaces.isSeen, false),
        eq(messages.direction, "in"),
        sql`${messages.readAt} is not null`,
      ),
    )
    .orderBy(messagePlaces.uid)
    .limit(limit);
  return rows.map(({ uid }) => uid);
}
