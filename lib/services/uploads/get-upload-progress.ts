import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { uploadParts, uploads } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import type { GetUploadInput, UploadProgress } from "./schemas";

/** How far one of the actor's own uploads has come, and how large it is. @throws AppError `not_found`, also for a colleague's */
export async function getUploadProgress(
  { actor, db }: Context,
  { id }: GetUploadInput,
): Promise<UploadProgress & { size: number }> {
  may(actor, "reply.send");
  const [row] = await db
    .select({ size: uploads.size, isWhole: uploads.isWhole })
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.workspaceId, actor.workspaceId), eq(uploads.memberId, actor.memberId)));
  if (!row) throw new AppError("not_found", { reason: "upload" });
  if (row.isWhole) return { id, offset: row.size, ...row };
  const [parts] = await db
    .select({ offset: sql<number>`coalesce(sum(${uploadParts.size}), 0)::int` })
    .from(uploadParts)
    .where(eq(uploadParts.uploadId, id));
  return { id, offset: parts!.offset, ...row };
}
