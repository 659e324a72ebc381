import { useTranslations } from "next-intl";
import type { DayHeading as Heading } from "./list-items";
import { useViewer } from "./viewer";

/** The day or month above its rows, and how many they are. */
export function DayHeading({ heading: { name, at, count } }: { heading: Heading }) {
  const t = useTranslations("inbox.list");
  const snooze = useTranslations("snooze");
  const { words } = useViewer();
  const said = {
    today: () => t("today"),
    yesterday: () => t("yesterday"),
    day: () => words.heading(at),
    month: () => words.month(at),
    noTime: () => snooze("noTime"),
  };
  return (
    <div className="flex h-6 items-center justify-between border-b border-line bg-surface-2 pr-3 pl-5.5 text-11 text-text-3">
      <h2>{said[name]()}</h2>
      {count === null ? null : <span className="tabular-nums">{count}</span>}
    </div>
  );
}
