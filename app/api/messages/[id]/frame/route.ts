import { getLocale, getTranslations } from "next-intl/server";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { messageFrame } from "@/lib/domain/message-frame";
import { getMessageBody } from "@/lib/services/messages/get-message-body";
import { inlinePicturePath } from "@/lib/url/mail-paths";

/** Nothing runs in here and nothing comes from elsewhere, whatever the sanitiser may have missed. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
].join("; ");

export const GET = cookieRoute(async (context, _request, params) => {
  const { html, subject, pictures } = await getMessageBody(context, { messageId: pathId(params.id) });
  const t = await getTranslations("thread.frame");
  const document = messageFrame({
    html,
    title: subject,
    lang: await getLocale(),
    pictures: pictures.map((each) => ({ ...each, url: inlinePicturePath(each.attachmentId) })),
    quotedLines: (lines) => t("quotedLines", { lines }),
  });
  return new Response(document, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "x-dns-prefetch-control": "off",
    },
  });
});
