import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { contentDisposition } from "@/lib/domain/content-disposition";
import { getMessageSource } from "@/lib/services/messages/get-message-source";

/** The raw message, as a download that no browser takes for a page. */
export const GET = cookieRoute(async (context, _request, params) => {
  const messageId = pathId(params.id);
  const raw = await getMessageSource(context, { messageId });
  return new Response(new Uint8Array(raw), {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": contentDisposition("attachment", `${messageId}.eml.txt`),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
});
