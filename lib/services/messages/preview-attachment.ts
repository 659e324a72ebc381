import type { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { LARGEST_DRAWN, previewKindOf, type FilePreview } from "@/lib/domain/file-preview";
import { standingOf } from "@/lib/domain/invitation";
import { invitationOf } from "@/lib/mail/mime/invitation";
import type { Context } from "@/lib/services/context";
import { openAttachment } from "./open-attachment";
import type { PreviewAttachmentInput } from "./reading-schemas";

const MOST_BYTES = 400_000;
const MOST_ROWS = 500;
const MOST_COLUMNS = 60;

/**
 * What a file of a message shows when it is looked at without leaving the thread. Never throws for what is in it: what cannot be
 * read as what it says is text, or for downloading.
 * @throws AppError `not_found` for one that the actor cannot see
 */
export async function previewAttachment(ctx: Context, { id }: PreviewAttachmentInput): Promise<FilePreview> {
  const file = await openAttachment(ctx, { attachmentId: id, inline: false });
  const kind = previewKindOf(file);
  if (file.size === 0) {
    file.content.destroy();
    return { kind: "none", reason: "empty" };
  }
  if (kind === "picture" || kind === "pdf" || kind === "none") {
    file.content.destroy();
    if (kind === "none") return { kind, reason: "type" };
    return file.size > LARGEST_DRAWN ? { kind: "none", reason: "too_large" } : { kind };
  }
  const bytes = await beginningOf(file.content);
  const isCut = file.size > bytes.byteLength;
  if (kind === "calendar") {
    const invitation = invitationOf([{ ...file, contentType: "text/calendar", content: bytes }]);
    if (invitation && !isCut) return { kind, invitation: standingOf(invitation, []) };
  }
  const text = textOf(bytes, isCut, file.contentType);
  if (text === null) return { kind: "none", reason: "type" };
  if (text.trim() === "" && !isCut) return { kind: "none", reason: "empty" };
  const rows = kind === "table" ? rowsOf(text, isCut) : null;
  return rows ? { kind: "table", ...rows } : { kind: "text", text, isCut };
}

async function beginningOf(content: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).byteLength;
    // Leaving the loop closes the stream.
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}

/** In the charset that it begins with, else as UTF-8, else as it names it or as Windows writes; null for what is no text. */
function textOf(bytes: Uint8Array, isCut: boolean, contentType: string): string | null {
  const named = /charset="?([\w-]{1,40})/iu.exec(contentType)?.[1] ?? "windows-1252";
  const [first, second] = bytes;
  const mark = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (!mark && bytes.subarray(0, 4_096).includes(0)) return null;
  for (const charset of [mark ?? "utf-8", named, "windows-1252"])
    try {
      // Cut in the middle of a character it is UTF-8 all the same.
      return new TextDecoder(charset, { fatal: charset !== "windows-1252" })
        .decode(bytes, { stream: isCut })
        .replaceAll("\r\n", "\n");
    } catch {
      continue;
    }
  return null;
}

function rowsOf(text: string, isCut: boolean): { rows: string[][]; isCut: boolean } | null {
  const [head = ""] = text.split("\n", 1);
  const delimiter = [";", ",", "\t", "|"].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!;
  try {
    // The last line may have been cut in its middle.
    const whole = isCut ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
    const rows = parse(whole, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: MOST_ROWS + 1,
    }) as string[][];
    if (rows.length === 0) return null;
    const isWide = rows.some((row) => row.length > MOST_COLUMNS);
    return {
      rows: rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS)),
      isCut: isCut || rows.length > MOST_ROWS || isWide,
    };
  } catch {
    return null;
  }
}
