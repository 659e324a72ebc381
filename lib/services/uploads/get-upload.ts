import type { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { uploads } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { openFile } from "@/lib/storage/storage";
import type { GetUploadInput, UploadView } from "./schemas";

/** One of the actor's own uploads with its content. @throws AppError `not_found`, also for a colleague's */
export async function getUpload(
  { actor, db }: Context,
  { id }: GetUploadInput,
): Promise<UploadView & { open: () => Promise<Readable> }> {
  may(actor, "reply.send");
  const [row] = await db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.workspaceId, actor.workspaceId), eq(uploads.memberId, actor.memberId)));
  if (!row?.isWhole) throw new AppError("not_found", { reason: "upload" });
  const { fileName, contentType, size, storageKey } = row;
  return { id, fileName, contentType, size, open: () => openFile(storageKey) };
}
