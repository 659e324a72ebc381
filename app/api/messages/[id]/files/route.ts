import { cookieRoute } from "@/lib/auth/cookie-route";
import { zipResponse } from "@/lib/auth/zip-response";
import { pathId } from "@/lib/core/path-id";
import { zipAttachments } from "@/lib/services/messages/zip-attachments";

/** All files of a message as one ZIP. */
export const GET = cookieRoute(async (context, _request, params) =>
  zipResponse(await zipAttachments(context, { messageId: pathId(params.id) })),
);
