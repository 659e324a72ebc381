import { Readable } from "node:stream";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { isShownPicture } from "@/lib/domain/shown-picture";
import { openAttachment } from "@/lib/services/messages/open-attachment";

/** A file of a message. Whatever it is, it never runs on this origin: it is downloaded, or drawn when it can only be a picture. */
export const GET = cookieRoute(async (context, request, params) => {
  const inline = new URL(request.url).searchParams.get("inline") === "1";
  const file = await openAttachment(context, { attachmentId: pathId(params.id), inline });
  return new Response(Readable.toWeb(file.content) as ReadableStream, {
    headers: {
      "content-type": isShownPicture(file.contentType) ? file.contentType : "application/octet-stream",
      "content-length": String(file.size),
      "content-disposition": contentDisposition(inline ? "inline" : "attachment", file.fileName),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});
