import { Readable } from "node:stream";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { openNoteFile } from "@/lib/services/notes/open-note-file";

/** A file of a note: it is only ever downloaded, and never runs on this origin. */
export const GET = cookieRoute(async (context, _request, params) => {
  const file = await openNoteFile(context, { noteId: pathId(params.id), uploadId: pathId(params.uploadId) });
  return new Response(Readable.toWeb(file.content) as ReadableStream, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": contentDisposition("attachment", file.fileName),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});
