import { getTranslations } from "next-intl/server";
import { frameResponse } from "@/lib/api/frame-response";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { pathId } from "@/lib/core/path-id";
import { LOCALE_TAGS } from "@/lib/domain/locale";
import { messageFrame } from "@/lib/domain/message-frame";
import { requestLocale } from "@/lib/i18n/request-locale";
import { getMessageBody } from "@/lib/services/messages/get-message-body";
import { picturesOf } from "@/lib/url/mail-paths";

export const GET = cookieRoute(async (context, _request, params) => {
  const body = await getMessageBody(context, { messageId: pathId(params.id) });
  const locale = LOCALE_TAGS[await requestLocale()];
  const t = await getTranslations({ locale, namespace: "thread.frame" });
  const document = messageFrame({
    html: body.html,
    subject: body.subject,
    lang: locale,
    ...picturesOf(body),
    leadsTo: (target) => t("leadsTo", { target }),
    quotedLines: (lines) => t("quotedLines", { lines }),
  });
  return frameResponse(document, "'self'");
});
