import { FileDiff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import type { DraftContent } from "@/lib/domain/draft";
import { clockOf } from "./clock-words";
import type { OtherVersion } from "./draft-keeper";

const DraftVersions = late(() => import("./draft-versions").then((file) => file.DraftVersions));

type DraftConflictProps = {
  /** This window's version. */
  mine: DraftContent;
  other: OtherVersion;
  /** The other window has thrown it away or handed it over. */
  isGone: boolean;
  timeZone: string;
  /** Reads the other version again. */
  onAgain: () => void;
  onKeepThis: () => void;
  onKeepOther: () => void;
  /** Null while the other version is not known. */
  onKeepBoth: (() => void) | null;
};

/** The same draft was changed in another window since this one saved it: both stand beside each other, and nothing is overwritten until somebody chooses. */
export function DraftConflict({ mine, other, isGone, timeZone, ...on }: DraftConflictProps) {
  const t = useTranslations("composer.conflict");
  const locale = useLocale();
  const time = other ? clockOf(new Date(other.savedAt), timeZone, locale) : "";
  return (
    <>
      <Banner
        tone="warn"
        icon={<FileDiff aria-hidden />}
        actions={
          <span className="flex flex-wrap gap-1.5">
            {other || isGone ? (
              <>
                <Button size="sm" onClick={on.onKeepThis}>
                  {t("keepThis")}
                </Button>
                <Button size="sm" variant="quiet" onClick={on.onKeepOther}>
                  {t(isGone ? "letGo" : "keepOther")}
                </Button>
              </>
            ) : (
              <Button size="sm" onClick={on.onAgain}>
                {t("again")}
              </Button>
            )}
            {on.onKeepBoth ? (
              <Button size="sm" variant="quiet" onClick={on.onKeepBoth}>
                {t("keepBoth")}
              </Button>
            ) : null}
          </span>
        }
      >
        <span role="alert">{other ? t("textAt", { time }) : t(isGone ? "gone" : "unread")}</span>
      </Banner>
      {other ? <DraftVersions mine={mine} theirs={other.content} theirTime={time} /> : null}
    </>
  );
}
