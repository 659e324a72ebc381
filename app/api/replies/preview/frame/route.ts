import { getLocale, getTranslations } from "next-intl/server";
import { frameResponse } from "@/lib/api/frame-response";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { messageFrame } from "@/lib/domain/message-frame";
import { plainBodyOf } from "@/lib/domain/plain-body";
import { previewReply } from "@/lib/services/replies/preview-reply";
import { SendFromComposerInput } from "@/lib/services/replies/schemas";

/** A reply that is still being written, as its reader sees it: a form's field `reply` in, the document of a frame out. */
export const POST = cookieRoute(async (context, request) => {
  const form = await request.formData();
  const input = jsonOf(form.get("reply"));
  const parsed = SendFromComposerInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
  const { html, text, subject, pictures } = await previewReply(context, parsed.data);
  const t = await getTranslations("thread.frame");
  const document = messageFrame({
    html: html || plainBodyOf(text),
    subject,
    lang: await getLocale(),
    pictures,
    remotePicture: () => null,
    leadsTo: (target) => t("leadsTo", { target }),
    quotedLines: (lines) => t("quotedLines", { lines }),
  });
  return frameResponse(document);
});

function jsonOf(field: FormDataEntryValue | null): unknown {
  try {
    return typeof field === "string" ? JSON.parse(field) : null;
  } catch {
    return null;
  }
}
