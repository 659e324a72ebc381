import { Readable } from "node:stream";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { isShownPicture } from "@/lib/domain/shown-picture";
import { getUpload } from "@/lib/services/uploads/get-upload";

/** Gives an upload back to its owner: never as a page of this origin, whatever it contains. The editor draws pictures from here. */
export const GET = cookieRoute(async (context, _request, params) => {
  const upload = await getUpload(context, { id: pathId(params.id) });
  return new Response(Readable.toWeb(await upload.open()) as ReadableStream, {
    headers: {
      "content-type": isShownPicture(upload.contentType) ? upload.contentType : "application/octet-stream",
      "content-length": String(upload.size),
      "content-disposition": contentDisposition("attachment", upload.fileName),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});
