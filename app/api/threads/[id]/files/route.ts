import { cookieRoute } from "@/lib/auth/cookie-route";
import { zipResponse } from "@/lib/auth/zip-response";
import { AppError } from "@/lib/core/errors";
import { zipAttachments } from "@/lib/services/messages/zip-attachments";
import { GetThreadInput } from "@/lib/services/threads/schemas";

/** All files of a thread as one ZIP. */
export const GET = cookieRoute(async (context, _request, params) => {
  const found = GetThreadInput.safeParse({ threadId: params.id });
  if (!found.success) throw new AppError("not_found");
  return zipResponse(await zipAttachments(context, found.data));
});
