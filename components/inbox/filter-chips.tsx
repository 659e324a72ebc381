import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { presetOf } from "./date-presets";
import { leadingFilterOf } from "./use-list-name";
import { FILTER_NAMES, useFilterChoices } from "./use-filter-choices";
import type { ThreadListModel } from "./use-thread-list";
import { useViewer } from "./viewer";

/** The filters that hold, each with a way out; but for the one that the list is named after. */
export function FilterChips({ list: { address, narrow } }: { list: ThreadListModel }) {
  const t = useTranslations("inbox.filter");
  const choices = useFilterChoices();
  const dates = useDateWords(address);
  const leading = leadingFilterOf(address);
  const held = FILTER_NAMES.filter((name) => address[name] && name !== leading).map((name) => ({
    key: name as string,
    label: choices[name].find(({ value }) => value === String(address[name]))?.label ?? t(name),
    out: { [name]: null },
  }));
  if (dates) held.push({ key: "date", label: dates, out: { from: null, to: null } });
  if (held.length === 0) return null;
  return (
    <ul aria-label={t("held")} data-filter-chips className="mx-3 mb-2 flex flex-wrap gap-1 max-md:mx-4">
      {held.map(({ key, label, out }, index) => (
        <li key={key} className="max-w-full">
          <Chip
            removeLabel={t("remove", { name: label })}
            onRemove={() => {
              narrow(out);
              keepFocus(index);
            }}
          >
            {label}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

/** The focus goes to the chip that has moved up, to the last one, or to where filters come from. */
function keepFocus(index: number): void {
  requestAnimationFrame(() => {
    const left = document.querySelectorAll<HTMLElement>("[data-filter-chips] button");
    (left[index] ?? left[left.length - 1] ?? document.querySelector<HTMLElement>("[data-filter-button]"))?.focus();
  });
}

/** "Last 7 days", "3 Nov to 9 Nov", "From 3 Nov". */
function useDateWords({ from, to }: { from: string | null; to: string | null }): string | null {
  const t = useTranslations("inbox.filter");
  const { viewer, now, words } = useViewer();
  if (!from && !to) return null;
  const preset = presetOf({ from, to }, wallTimeOf(now, viewer.timeZone).date);
  if (preset) return t(preset);
  if (from && to) return from === to ? words.day(from) : t("between", { from: words.day(from), to: words.day(to) });
  return from ? t("fromDay", { day: words.day(from) }) : t("toDay", { day: words.day(to!) });
}
