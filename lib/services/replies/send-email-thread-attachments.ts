import { and, eq, inArray } from "drizzle-orm";
import { checkDestination, EgressError } from "@/lib/core/egress";
import { appUrl, env } from "@/lib/core/env";
import { AppError, type FieldProblem } from "@/lib/core/errors";
import { replyAttachments, uploads } from "@/lib/db/schema";
import { inlineContentId } from "@/lib/domain/inline-content-id";
import { inlineUploadsOf, withInlineParts } from "@/lib/domain/inline-uploads";
import { MAX_UPLOAD_BYTES } from "../uploads/schemas";
import type { Context } from "../context";
import type { ReplyAttachmentInput } from "./schemas";

export type NewAttachment = Omit<typeof replyAttachments.$inferInsert, "id" | "replyId">;
type Upload = typeof uploads.$inferSelect;

/**
 * The files of a reply, in order, and its body with own pictures shown by their parts. Own uploads are recognised by their
 * address and never fetched; other addresses are checked now, and fetched by the worker when the reply leaves.
 * @param maximum bytes that all of them may have together, with the `beside` bytes that go along unlisted
 * @throws AppError `invalid` that names each file that is refused
 */
export async function replyFiles(
  ctx: Pick<Context, "actor" | "db">,
  files: ReplyAttachmentInput[],
  bodyHtml: string,
  { maximum = MAX_UPLOAD_BYTES, beside = 0 } = {},
): Promise<{ attachments: NewAttachment[]; bodyHtml: string }> {
  const inline = inlineUploadsOf(bodyHtml, appUrl());
  const wanted = files.map((file) => uploadIdOf(file.file_url));
  const own = await ownUploads(ctx, [...wanted.filter((id) => id !== null), ...inline]);
  const problems: FieldProblem[] = inline
    .filter((id) => !own.has(id))
    .map(() => ({ path: "emailBody", reason: "unknown_upload" }));
  const attachments: Omit<NewAttachment, "position">[] = [];
  // Names are looked up side by side: fifty slow ones must not add up.
  const refusals = await Promise.all(
    files.map(async (file, index) => (wanted[index] ? null : refusalOf(file.file_url))),
  );
  for (const [index, file] of files.entries()) {
    const id = wanted[index];
    const upload = id ? own.get(id) : undefined;
    const reason = id && !upload ? "unknown_upload" : refusals[index];
    if (reason) problems.push({ path: `attachments.${index}.file_url`, reason });
    else attachments.push(upload ? uploaded(upload, file, inline.includes(upload.id)) : fetched(file));
  }
  const listed = new Set(wanted);
  for (const id of inline) if (own.has(id) && !listed.has(id)) attachments.push(uploaded(own.get(id)!, {}, true));
  if (attachments.reduce((sum, file) => sum + (file.size ?? 0), beside) > maximum)
    problems.push({ path: "attachments", reason: "too_large", values: { maximum } });
  if (problems.length > 0) throw new AppError("invalid", { fields: problems });
  return {
    attachments: attachments.map((file, position) => ({ ...file, position })),
    bodyHtml: withInlineParts(bodyHtml, inlineContentId, appUrl()),
  };
}

const UPLOAD_PATH = /^\/api\/uploads\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The upload that an address of this app means: under its own origin, or written without one. */
function uploadIdOf(url: string): string | null {
  const parsed = URL.parse(url, appUrl());
  if (!parsed || parsed.search || !ownOrigins().includes(parsed.origin)) return null;
  return UPLOAD_PATH.exec(parsed.pathname)?.[1]?.toLowerCase() ?? null;
}

function ownOrigins(): string[] {
  const { APP_URL, PORT } = env();
  // Without APP_URL the app answers on both names of the loopback address.
  return APP_URL ? [new URL(APP_URL).origin] : [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`];
}

async function ownUploads({ actor, db }: Pick<Context, "actor" | "db">, ids: string[]): Promise<Map<string, Upload>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(uploads)
    .where(
      and(
        inArray(uploads.id, ids),
        eq(uploads.workspaceId, actor.workspaceId),
        eq(uploads.memberId, actor.memberId),
        eq(uploads.isWhole, true),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}

async function refusalOf(url: string): Promise<string | null> {
  try {
    await checkDestination(url);
    return null;
  } catch (error) {
    if (error instanceof EgressError) return `url_${error.reason}`;
    throw error;
  }
}

function uploaded(
  row: Upload,
  file: Partial<ReplyAttachmentInput>,
  isInline: boolean,
): Omit<NewAttachment, "position"> {
  return {
    uploadId: row.id,
    fileName: file.file_name ?? row.fileName,
    contentType: file.file_type ?? row.contentType,
    size: row.size,
    contentId: isInline ? inlineContentId(row.id) : null,
    storageKey: row.storageKey,
  };
}

function fetched(file: ReplyAttachmentInput): Omit<NewAttachment, "position"> {
  return {
    fileUrl: file.file_url,
    fileName: file.file_name ?? nameIn(file.file_url),
    contentType: file.file_type ?? null,
    size: file.file_size ?? null,
  };
}

function nameIn(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  try {
    return (
      decodeURIComponent(last)
        .replace(/[\p{Cc}/\\]/gu, "")
        .slice(0, 255) || "file"
    );
  } catch {
    return last.slice(0, 255);
  }
}
