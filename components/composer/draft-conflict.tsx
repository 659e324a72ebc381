import { FileDiff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { clockOf } from "./clock-words";
import type { OtherVersion } from "./draft-keeper";

type DraftConflictProps = {
  other: OtherVersion;
  timeZone: string;
  onKeepThis: () => void;
  onKeepOther: () => void;
  /** Null while the other version is not known. */
  onKeepBoth: (() => void) | null;
};

/** The same draft was changed in another window since this one saved it: nothing is overwritten until somebody chooses. */
export function DraftConflict({ other, timeZone, onKeepThis, onKeepOther, onKeepBoth }: DraftConflictProps) {
  const t = useTranslations("composer.conflict");
  const locale = useLocale();
  return (
    <Banner
      tone="warn"
      icon={<FileDiff aria-hidden />}
      actions={
        <span className="flex flex-wrap gap-1.5">
          <Button size="sm" onClick={onKeepThis}>
            {t("keepThis")}
          </Button>
          <Button size="sm" variant="quiet" onClick={onKeepOther}>
            {t("keepOther")}
          </Button>
          {onKeepBoth ? (
            <Button size="sm" variant="quiet" onClick={onKeepBoth}>
              {t("keepBoth")}
            </Button>
          ) : null}
        </span>
      }
    >
      <span role="alert">
        {other ? t("textAt", { time: clockOf(new Date(other.savedAt), timeZone, locale) }) : t("text")}
      </span>
    </Banner>
  );
}
