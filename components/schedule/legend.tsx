import { useTranslations } from "next-intl";
import { CommandKeys } from "@/components/commands/command-keys";
import { ItemMark } from "./item-mark";
import { useItemWords } from "./use-item-words";

const SHOWN = ["certain", "if_no_reply", "sent", "dropped", "reminder", "snooze", "task", "return", "meeting"] as const;

/** What the marks mean, and how things are moved. */
export function Legend() {
  const t = useTranslations("schedule");
  const { word } = useItemWords();
  return (
    <div
      data-foot
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-0.5 border-t border-line bg-surface-2 px-3 py-1 text-12 text-text-2 max-md:hidden"
    >
      {SHOWN.map((state) => (
        <span key={state} className="flex items-center gap-1">
          <ItemMark state={state} />
          {word(state)}
        </span>
      ))}
      <span className="flex items-center gap-1.5">
        <span
          aria-hidden
          className="h-3 w-4 border border-line bg-[repeating-linear-gradient(135deg,var(--hatch)_0_2px,transparent_2px_5px)]"
        />
        {t("outsideWindow")}
      </span>
      <span className="ml-auto flex items-center gap-1 text-text-3 touch:hidden">
        {t("howToMove")} <CommandKeys id="schedule.move" />
      </span>
    </div>
  );
}
