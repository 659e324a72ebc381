import { getLocale, getTranslations } from "next-intl/server";
import { fileSize } from "@/components/composer/file-size";
import { dateWords } from "@/components/inbox/date-words";
import { getSession } from "@/lib/auth/actor";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { formatParty } from "@/lib/domain/address";
import { shownHtml } from "@/lib/domain/message-frame";
import type { Party } from "@/lib/domain/party";
import { printDocument, type PrintedMessage } from "@/lib/domain/print-document";
import { getPrintedThread, type PrintedBody } from "@/lib/services/threads/get-printed-thread";
import { PrintThreadInput } from "@/lib/services/threads/schemas";
import { isForward } from "@/lib/domain/subject";
import { picturesOf } from "@/lib/url/mail-paths";

/** As in a message's frame nothing runs and nothing comes from elsewhere; the app may open the browser's print window on it. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox",
].join("; ");

export const GET = cookieRoute(async (context, request, { id }) => {
  const messageId = new URL(request.url).searchParams.get("messageId") ?? undefined;
  const asked = PrintThreadInput.safeParse({ threadId: id, messageId });
  if (!asked.success) throw new AppError("not_found");
  const { subject, bodies } = await getPrintedThread(context, asked.data);
  const t = await getTranslations("thread");
  const lang = await getLocale();
  const words = dateWords((await getSession())?.timeZone ?? "UTC", lang, context.now());
  const printed = (body: PrintedBody): PrintedMessage => ({
    author: body.from.name || body.from.address,
    head: [
      [t("details.from"), formatParty(body.from)],
      [t("details.to"), listOf(body.to)],
      [t("details.cc"), listOf(body.cc)],
      [t("details.date"), words.exact(body.sentAt.toISOString())],
      [t("details.subject"), body.subject === subject ? "" : body.subject],
      [t("files.label"), body.files.map(({ fileName, size }) => `${fileName} (${fileSize(size, lang)})`).join(", ")],
    ],
    html:
      body.html && shownHtml(body.html, { ...picturesOf(body), leadsTo: (target) => t("frame.leadsTo", { target }) }),
    text: (messageId || isForward(body.subject) ? body.text : body.visibleText) || body.text,
    isForward: isForward(body.subject),
  });
  const document = printDocument({
    title: subject || t("noSubject"),
    lang,
    messages: bodies.map(printed),
    isWhole: messageId === undefined,
    leftOut: (lines) => t("frame.leftOut", { lines }),
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

const listOf = (parties: Party[]): string => parties.map(formatParty).join(", ");
