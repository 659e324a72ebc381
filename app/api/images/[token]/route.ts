import { cookieRoute } from "@/lib/auth/cookie-route";
import { openImage } from "@/lib/services/images/open-image";

/** A picture of a mail from another server, as this app fetched it. Who reads the mail is unknown to that server. */
export const GET = cookieRoute(async (context, _request, { token }) => {
  const { content, contentType } = await openImage(context, { token: String(token) });
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": contentType,
      "content-length": String(content.length),
      "content-disposition": "inline",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, max-age=3600, immutable",
    },
  });
});
