import { useTranslations } from "next-intl";
import { Toggle } from "@/components/ui/toggle";
import { SafeHtml } from "./safe-html";

/** The mailbox's signature as it will be sent, and whether it is. */
export function SignatureLine({
  html,
  isOn,
  onChange,
}: {
  html: string;
  isOn: boolean;
  onChange: (on: boolean) => void;
}) {
  const t = useTranslations("composer.signature");
  const hasOne = html.replace(/<[^>]*>|&nbsp;|\s/g, "") !== "" || /<img\b/i.test(html);
  return (
    <div className="flex items-start gap-3 px-3 py-1.5">
      <div className="min-w-0 flex-1">
        {!hasOne ? (
          <p className="text-12 text-text-3">{t("none")}</p>
        ) : isOn ? (
          <SafeHtml
            html={html}
            className="max-h-24 overflow-y-auto border-l-2 border-line-2 pl-2 text-12 text-text-2"
          />
        ) : null}
      </div>
      {hasOne ? <Toggle label={t("label")} checked={isOn} onChange={onChange} showLabel /> : null}
    </div>
  );
}
