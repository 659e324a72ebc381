import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

type PhoneHeadProps = { isForward: boolean; onClose: () => void; children: ReactNode };

/** On a phone the composer is a screen of its own, with its name and the way back on top. */
export function PhoneHead({ isForward, onClose, children }: PhoneHeadProps) {
  const t = useTranslations("composer");
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-2 md:hidden">
      <IconButton label={t("collapse")} onClick={onClose}>
        <X aria-hidden />
      </IconButton>
      <div className="min-w-0">
        <h2 className="text-15 font-strong tracking-tight">{t(isForward ? "labelForward" : "label")}</h2>
        {children}
      </div>
    </header>
  );
}
