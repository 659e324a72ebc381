import { ArrowDown, ArrowUp, List, MailOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { focusedElement } from "@/components/commands/command-overlay";
import { useCommands } from "@/components/commands/use-commands";
import type { ThreadRow } from "@/lib/domain/thread-view";

type ListKeys = {
  rows: ThreadRow[];
  openId: number | null;
  stopId: number | null;
  goTo: (id: number) => void;
  onOpen: (id: number, options?: { replace?: boolean }) => void;
};

/**
 * j and k move (with a thread open they also open), o opens. Enter on a row is the link's own.
 * @returns the list's own keys: arrows, Home and End move among its rows
 */
export function useListKeys(keys: ListKeys): { onKeyDown: (event: KeyboardEvent) => void } {
  const { rows, openId, stopId, goTo, onOpen } = keys;
  const t = useTranslations("commands");
  const row = rows.find(({ id }) => id === stopId);
  const openRow = rows.find(({ id }) => id === openId);
  useCommands([
    { id: "list.next", group: "list", label: t("list.next"), icon: ArrowDown, repeats: true, run: () => step(keys, 1) },
    {
      id: "list.previous",
      group: "list",
      label: t("list.previous"),
      icon: ArrowUp,
      repeats: true,
      run: () => step(keys, -1),
    },
    {
      id: "list.open",
      group: "list",
      label: t("list.open"),
      icon: MailOpen,
      // In an open thread it would open another one.
      isEnabled: () => row !== undefined && (openId === null || isInList()),
      run: () => row && onOpen(row.id),
    },
    {
      id: "list.toRow",
      group: "list",
      label: t("list.toRow"),
      icon: List,
      inPalette: false,
      run: () => goTo((isInList() ? null : openRow?.id) ?? stopId ?? rows[0]!.id),
    },
  ]);
  return {
    onKeyDown: (event) => {
      const to = targetOf(event.key, keys);
      if (!to || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!(event.target as Element).closest("[data-thread]")) return;
      event.preventDefault();
      goTo(to.id);
    },
  };
}

const isInList = (): boolean => focusedElement()?.closest("[data-thread]") != null;

/** With a thread open the next one opens; else the focus moves, and comes to the row that Tab reaches first. */
function step({ rows, openId, stopId, goTo, onOpen }: ListKeys, by: 1 | -1): void {
  const openPlace = rows.findIndex(({ id }) => id === openId);
  // The row that Tab reaches is itself the next one, before the first step and where the open thread has left the list.
  const isItself = by === 1 && (openId === null ? !isInList() : openPlace < 0);
  const from = openPlace < 0 ? rows.findIndex(({ id }) => id === stopId) : openPlace;
  const next = rows[isItself ? Math.max(from, 0) : within(rows, from + by)];
  if (!next) return;
  goTo(next.id);
  if (openId !== null) onOpen(next.id, { replace: true });
}

function targetOf(key: string, { rows, stopId }: ListKeys): ThreadRow | undefined {
  const from = rows.findIndex(({ id }) => id === stopId);
  if (key === "ArrowDown") return rows[within(rows, from + 1)];
  if (key === "ArrowUp") return rows[within(rows, from - 1)];
  if (key === "Home") return rows[0];
  return key === "End" ? rows.at(-1) : undefined;
}

const within = (rows: ThreadRow[], index: number): number => Math.min(Math.max(index, 0), rows.length - 1);
