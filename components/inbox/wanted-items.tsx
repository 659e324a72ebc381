import { useQueryClient } from "@tanstack/react-query";
import { AlarmClock, AlarmClockOff, MoonStar, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { AnchoredItem } from "@/components/ui/anchored-menu";
import { standingsOf } from "./triage-cache";
import { useTriageActions } from "./use-triage-actions";

type WantedItemsProps = {
  threadIds: number[];
  anchor: Element | null;
  /** Makes of an act one that closes the menu first. */
  then: (act: () => void) => () => void;
};

/** When threads are to come back: snoozed, or with a reminder of this app's own; and the way out of both. */
export function WantedItems({ threadIds, anchor, then }: WantedItemsProps) {
  const t = useTranslations("snooze");
  const triage = useTriageActions();
  const queries = useQueryClient();
  const [standings] = useState(() => standingsOf(queries, threadIds));
  const snoozeKey = useCommandKeys("thread.snooze").caps.join(" ") || undefined;
  const remindKey = useCommandKeys("thread.remind").caps.join(" ") || undefined;
  return (
    <>
      <AnchoredItem
        icon={<MoonStar aria-hidden />}
        shortcut={snoozeKey}
        onSelect={then(() => triage.openMenu("wanted:snooze", threadIds, anchor))}
      >
        {t("kind.snooze")}
      </AnchoredItem>
      {standings.some(({ snooze }) => snooze) ? (
        <AnchoredItem
          icon={<Sun aria-hidden />}
          onSelect={then(() => void triage.apply(threadIds, { kind: "snooze", wanted: null }))}
        >
          {t("wake")}
        </AnchoredItem>
      ) : null}
      <AnchoredItem
        icon={<AlarmClock aria-hidden />}
        shortcut={remindKey}
        onSelect={then(() => triage.openMenu("wanted:reminder", threadIds, anchor))}
      >
        {t("kind.reminder")}
      </AnchoredItem>
      {standings.some(({ reminder }) => reminder) ? (
        <AnchoredItem
          icon={<AlarmClockOff aria-hidden />}
          onSelect={then(() => void triage.apply(threadIds, { kind: "reminder", wanted: null }))}
        >
          {t("forget")}
        </AnchoredItem>
      ) : null}
    </>
  );
}
