import { runCommand } from "@/components/commands/command-registry";

const listPane = () => document.querySelector<HTMLElement>("[data-pane='list']");

/** Whether the list is on the screen; on a phone an open thread covers it. */
export const isListShown = (): boolean => listPane()?.checkVisibility() ?? false;

/** The focus goes to the row it came from, else to the search. */
export function toList(): void {
  if (!runCommand("list.toRow")) document.querySelector<HTMLElement>("[data-search]")?.focus();
}

/** The same for a list that is drawn again a moment after the thread over it has closed. */
export function toListWhenShown(tries = 20): void {
  if (listPane()?.contains(document.activeElement)) return;
  if (isListShown()) toList();
  if (tries > 0) requestAnimationFrame(() => toListWhenShown(tries - 1));
}
