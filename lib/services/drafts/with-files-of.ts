import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { uploads } from "@/lib/db/schema";
import type { DraftContent } from "@/lib/domain/draft";
import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import type { Actor } from "../context";
import { ownUpload } from "./own-upload";

type Author = Pick<Actor, "memberId" | "workspaceId">;

/** A draft's content for another author: only its owner may send an upload, so that each becomes one of the other's over the same bytes. */
export async function withFilesOf(
  tx: Database,
  author: Author,
  other: Author,
  content: DraftContent,
): Promise<DraftContent> {
  const listed = content.attachments.flatMap((file) => ("uploadId" in file ? [file.uploadId] : []));
  const ids = [...new Set([...listed, ...inlineUploadsOf(content.bodyHtml)])];
  if (ids.length === 0) return content;
  const isOwn = and(eq(uploads.workspaceId, author.workspaceId), eq(uploads.memberId, author.memberId));
  const rows = await tx
    .select()
    .from(uploads)
    .where(and(inArray(uploads.id, ids), isOwn, eq(uploads.isWhole, true)));
  const known = new Map<string, string>();
  for (const row of rows) known.set(row.id, (await ownUpload(tx, other, row)).id);
  const newIdOf = (id: string) => known.get(id) ?? id;
  return {
    ...content,
    bodyHtml: ids.reduce((html, id) => html.replaceAll(id, newIdOf(id)), content.bodyHtml),
    attachments: content.attachments.map((file) =>
      "uploadId" in file
        ? {
            ...file,
            uploadId: newIdOf(file.uploadId),
            ...(file.contentId ? { contentId: newIdOf(file.contentId) } : {}),
          }
        : file,
    ),
  };
}
