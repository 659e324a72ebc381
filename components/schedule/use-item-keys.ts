import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from "react";
import type { ScheduleItem } from "@/lib/domain/schedule-item";
import { itemKey } from "./item-state";
import { neighbourItem } from "./neighbour-item";
import { useScheduleScreen } from "./schedule-context";

/**
 * The items of a view are one stop for Tab: arrows lead to the next in time, or to the lane above and below; Enter opens what an item
 * says. Presses are heard here too: an item may be one of hundreds.
 */
export function useItemKeys(root: RefObject<HTMLElement | null>) {
  const { schedule, show } = useScheduleScreen();
  useOneStop(root);
  const itemOf = (element: Element): ScheduleItem | undefined => {
    const key = element.closest<HTMLElement>("[data-item]")?.dataset.item;
    return (
      schedule.items.find((item) => itemKey(item) === key) ?? schedule.trouble.find((item) => itemKey(item) === key)
    );
  };
  const open = (target: Element) => {
    const anchor = target.closest("[data-item]");
    const item = itemOf(target);
    if (anchor && item) show({ item, anchor });
    return item !== undefined;
  };
  return {
    onClick: (event: MouseEvent) => void open(event.target as Element),
    onFocus: ({ target }: FocusEvent) => takeStop(root.current, target),
    onKeyDown: (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || !target.matches("[data-item]")) return;
      const isTaken =
        ((event.key === "Enter" || event.key === " ") && open(target)) || moveFocus(root.current, target, event.key);
      if (!isTaken) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function moveFocus(root: HTMLElement | null, from: HTMLElement, key: string): boolean {
  const to = root && neighbourItem(root, from, key);
  to?.focus();
  to?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return to !== null && to !== undefined;
}

/** One item is where Tab leads: the one that last had the focus, else the first. */
function useOneStop(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!root.current?.querySelector('[data-item][tabindex="0"]'))
      root.current?.querySelector("[data-item]")?.setAttribute("tabindex", "0");
  });
}

function takeStop(root: HTMLElement | null, target: Element): void {
  if (!target.matches("[data-item]")) return;
  for (const each of root?.querySelectorAll('[data-item][tabindex="0"]') ?? []) each.setAttribute("tabindex", "-1");
  target.setAttribute("tabindex", "0");
}
