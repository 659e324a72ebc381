import { FileDiff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** The same draft was changed in another window since this one saved it: nothing is overwritten until somebody chooses. */
export function DraftConflict({ onKeepThis, onKeepOther }: { onKeepThis: () => void; onKeepOther: () => void }) {
  const t = useTranslations("composer.conflict");
  return (
    <Banner
      tone="warn"
      icon={<FileDiff aria-hidden />}
      actions={
        <span className="flex gap-1.5">
          <Button size="sm" onClick={onKeepThis}>
            {t("keepThis")}
          </Button>
          <Button size="sm" variant="quiet" onClick={onKeepOther}>
            {t("keepOther")}
          </Button>
        </span>
      }
    >
      <span role="alert">{t("text")}</span>
    </Banner>
  );
}
