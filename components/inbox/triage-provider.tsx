"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { late } from "@/components/ui/late";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { focusedElement } from "@/components/commands/command-overlay";
import { afterPaint } from "@/components/ui/after-paint";
import { toast } from "@/components/ui/toast";
import type { ThreadChange } from "@/lib/domain/thread-change";
import { focusThread, whenRowIsDrawn } from "./focus-thread";
import { keepKeysAhead } from "./keys-ahead";
import { LateBulkBar } from "./late-bulk-bar";
import { LateWantedPicker } from "./late-wanted-picker";
import { neighbourOf } from "./neighbour";
import { toListWhenShown } from "./to-list";
import { messageCountsOf, standingsOf } from "./triage-cache";
import { leavesList } from "./triaged-rows";
import type { SelectionModel } from "./use-selection";
import { useMay } from "./use-may";
import { useStable } from "./use-stable";
import type { ThreadListModel } from "./use-thread-list";
import { isShown } from "./use-open-thread";
import { useTriage } from "./use-triage";
import { TriageContext, type OpenTriageMenu, type TriageActions, type TriageMenuKind } from "./use-triage-actions";
import { useViewer } from "./viewer";

const TriageMenu = late(() => import("./triage-menu").then((file) => file.TriageMenu));

const TYPED_AT_ONCE = new Set<TriageMenuKind>(["category", "assignee", "more", "wanted:snooze", "wanted:reminder"]);

type ProviderProps = {
  list: Pick<ThreadListModel, "rows" | "filters">;
  selection: Pick<SelectionModel, "drop" | "messageCounts">;
  threadId: number | null;
  open: (id: number | null, options?: { replace?: boolean }) => void;
  children: ReactNode;
};

/** What can be done with threads, for rows, the bar of what is chosen, the open thread and the keys. */
export function TriageProvider({ list, selection, threadId, open, children }: ProviderProps) {
  const queries = useQueryClient();
  const [menu, setMenu] = useState<OpenTriageMenu | null>(null);
  const apply = useApply({ list, selection, threadId, open });
  const toggle = useStable((threadIds: number[], kind: "done" | "read" | "important") => {
    const stands = { done: "isArchived", important: "isImportant" } as const;
    const standings = standingsOf(queries, threadIds);
    // One opened a moment ago may not have been read yet: what is pressed is meant to happen, not to be undone.
    const isAnyUnknown = standings.length < threadIds.length;
    const on = isAnyUnknown || standings.some((each) => (kind === "read" ? each.unreadCount > 0 : !each[stands[kind]]));
    void apply(threadIds, { kind, on });
  });
  const openMenu = useStable((kind: TriageMenuKind, threadIds: number[], anchor: Element | null) => {
    // One menu leads to another; the focus came from outside both.
    const from = menu ? menu.from : focusedElement();
    setMenu({ kind, threadIds, anchor, from });
    // A form wants to be seen before anything is pressed in it.
    if (TYPED_AT_ONCE.has(kind)) keepKeysAhead(() => setMenu(null));
  });
  const isAllowed = useMay("thread.triage");
  const triage = useMemo(
    () => (isAllowed ? { apply, toggle, openMenu } : NO_TRIAGE),
    [isAllowed, apply, toggle, openMenu],
  );
  useReadyWhenIdle();
  return (
    <TriageContext value={triage}>
      {children}
      {menu ? <Menu key={`${menu.kind} ${menu.threadIds.join()}`} menu={menu} onClose={() => setMenu(null)} /> : null}
    </TriageContext>
  );
}

/** For who reads only: what a row, a swipe or a key asks for does nothing. */
const nothing = () => undefined;
const NO_TRIAGE: TriageActions = { apply: () => Promise.resolve(false), toggle: nothing, openMenu: nothing };

function Menu({ menu, onClose }: { menu: OpenTriageMenu; onClose: () => void }) {
  if (menu.kind === "wanted:snooze" || menu.kind === "wanted:reminder")
    return (
      <LateWantedPicker menu={menu} kind={menu.kind === "wanted:snooze" ? "snooze" : "reminder"} onClose={onClose} />
    );
  return <TriageMenu menu={menu} onClose={onClose} />;
}

type Around = Omit<ProviderProps, "children">;

function useApply({ list, selection, threadId, open }: Around): TriageActions["apply"] {
  const t = useTranslations("inbox.triage");
  const queries = useQueryClient();
  const { viewer } = useViewer();
  const { change: changeThreads, names } = useTriage();

  /**
   * Done or snoozed makes way for the next thread; unread again is only what is closed.
   * @returns what brings it back once that was undone, unless somebody has gone on to another since
   */
  const makeWay = (gone: ReadonlySet<number>, isAway: boolean) => {
    if (threadId === null || !gone.has(threadId)) return undefined;
    const order = list.rows.map(({ id }) => id);
    const goesOn = isAway && viewer.preferences.afterDone === "next";
    const next = goesOn ? neighbourOf(order, threadId, (id) => !gone.has(id)) : null;
    open(next, { replace: true });
    if (next === null) toListWhenShown();
    else focusThread(next);
    const comeBack = () => {
      if (!isShown(next)) return;
      open(threadId, { replace: true });
      focusThread(threadId);
    };
    return (restored: readonly number[]) =>
      void (restored.includes(threadId) && afterPaint(() => whenRowIsDrawn(threadId, comeBack)));
  };
  return useStable(async (threadIds: number[], change: ThreadChange) => {
    if (threadIds.length === 0) return false;
    if (!navigator.onLine) {
      toast(t("offline"), { tone: "bad" });
      return false;
    }
    const ids = new Set(threadIds);
    const isAway = (change.kind === "done" && change.on) || (change.kind === "snooze" && change.wanted !== null);
    const isUnread = change.kind === "read" && !change.on;
    const leaves = standingsOf(queries, ids).map((each) => ({
      id: each.id,
      isGone: leavesList(each, change, list.filters, names()),
    }));
    const comeBack = isAway || isUnread ? makeWay(ids, isAway) : undefined;
    // Those that were never drawn go with the others.
    const messageCounts = { ...selection.messageCounts, ...messageCountsOf(queries, ids) };
    const isAllGone = leaves.every(({ isGone }) => isGone);
    selection.drop(isAllGone ? ids : leaves.flatMap(({ id, isGone }) => (isGone ? [id] : [])));
    return changeThreads(threadIds, change, messageCounts, comeBack);
  });
}

/** Brings the menus before they are asked for, once the page has nothing else to do: what is typed at once must not get lost. */
function useReadyWhenIdle(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      LateBulkBar.load();
      TriageMenu.load();
      LateWantedPicker.load();
    }, 1500);
    return () => clearTimeout(timer);
  }, []);
}
