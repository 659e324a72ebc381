import { CheckCheck, SquareCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import type { SelectionModel } from "./use-selection";

type SelectionKeys = {
  order: number[];
  stopId: number | null;
  selection: SelectionModel;
  goTo: (id: number) => void;
  onChooseAll: () => void;
};

/** x chooses the row that has the focus, Shift with j, k or the arrows a range, Ctrl-A the whole list; Esc lets go. */
export function useSelectionKeys({ order, stopId, selection, goTo, onChooseAll }: SelectionKeys): void {
  const t = useTranslations("commands.list");
  const rowId = () => Number(focusedElement()?.closest("[data-thread]")?.getAttribute("data-thread")) || stopId;
  const extend = (by: 1 | -1) => () => {
    const from = rowId();
    if (from === null) return;
    const to = order[Math.min(Math.max(order.indexOf(from) + by, 0), order.length - 1)]!;
    selection.extend(order, to, from);
    goTo(to);
  };
  useCommands([
    {
      id: "list.choose",
      group: "list",
      label: t("choose"),
      icon: SquareCheck,
      isEnabled: () => rowId() !== null,
      run: () => selection.toggle(rowId()!),
    },
    { id: "list.chooseAll", group: "list", label: t("chooseAll"), icon: CheckCheck, when: "list", run: onChooseAll },
    {
      id: "list.extendNext",
      group: "list",
      label: t("extendNext"),
      when: "list",
      repeats: true,
      inPalette: false,
      run: extend(1),
    },
    {
      id: "list.extendPrevious",
      group: "list",
      label: t("extendPrevious"),
      when: "list",
      repeats: true,
      inPalette: false,
      run: extend(-1),
    },
    {
      id: "list.unchoose",
      group: "list",
      label: t("unchoose"),
      inPalette: false,
      isEnabled: () => selection.count > 0,
      run: selection.clear,
    },
  ]);
}
