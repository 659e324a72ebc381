import { createHash } from "node:crypto";
import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { uploads, type replyAttachments } from "@/lib/db/schema";
import { readFile } from "@/lib/storage/storage";
import type { Actor } from "../context";

type Upload = typeof uploads.$inferSelect;
type ReplyFile = typeof replyAttachments.$inferSelect;

/** Only its owner may send an upload: whoever reopens a colleague's reply gets the file as an upload of their own. */
export async function ownUpload(tx: Database, { memberId }: Pick<Actor, "memberId">, upload: Upload): Promise<Upload> {
  if (upload.memberId === memberId) return upload;
  return insert(tx, { ...upload, id: newId(), memberId });
}

/** What was fetched for a reply, as an upload of the actor's over the same stored bytes; null where none can be read. */
export async function uploadOfFetched(tx: Database, actor: Actor, file: ReplyFile): Promise<Upload | null> {
  const { storageKey, fileName } = file;
  const content = storageKey && (await readFile(storageKey).catch(() => null));
  if (!storageKey || !content) return null;
  return insert(tx, {
    workspaceId: actor.workspaceId,
    memberId: actor.memberId,
    fileName,
    contentType: file.contentType ?? "application/octet-stream",
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    storageKey,
  });
}

async function insert(tx: Database, values: typeof uploads.$inferInsert): Promise<Upload> {
  const [row] = await tx.insert(uploads).values(values).returning();
  return row!;
}
