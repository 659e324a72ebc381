import { Readable } from "node:stream";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { database } from "@/lib/db/client";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { isShownPicture } from "@/lib/domain/shown-picture";
import { openSignedFile } from "@/lib/services/uploads/open-signed-file";

type Route = { params: Promise<{ token: string }> };

/**
 * A file of a reply for Smartlead, by a signed address. Always whole (a Range is not answered), never stored on the way, and never a
 * page of this origin, whatever it is.
 */
export async function GET(_request: Request, { params }: Route): Promise<Response> {
  try {
    const file = await openSignedFile(database(), systemClock, (await params).token);
    return new Response(Readable.toWeb(file.content) as ReadableStream, {
      headers: {
        ...SAFE,
        "content-type": isShownPicture(file.contentType) ? file.contentType : "application/octet-stream",
        "content-disposition": contentDisposition("attachment", file.fileName),
        ...(file.size === null ? {} : { "content-length": String(file.size) }),
      },
    });
  } catch (error) {
    if (error instanceof AppError)
      return Response.json({ error: { code: error.code } }, { status: 404, headers: SAFE });
    log.error({ err: error }, "a signed file was not given");
    return Response.json({ error: { code: "unavailable" } }, { status: 503, headers: SAFE });
  }
}

const SAFE = {
  "accept-ranges": "none",
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; sandbox",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};
