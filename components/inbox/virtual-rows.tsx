"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, type FocusEvent } from "react";
import { focusedElement } from "@/components/commands/command-overlay";
import { usePresent } from "@/components/presence/use-present";
import { Button } from "@/components/ui/button";
import { sortOf } from "@/lib/domain/list-view";
import { heightIn, listItems, ROW_HEIGHT } from "./list-items";
import { DayHeading } from "./day-heading";
import { ThreadRow } from "./thread-row";
import { useChooseAll } from "./use-choose-all";
import { useCoarsePointer } from "./use-coarse-pointer";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { focusThread } from "./focus-thread";
import { useListFocus } from "./use-list-focus";
import { useListKeys } from "./use-list-keys";
import { useListStop } from "./use-list-stop";
import { useReadAhead } from "./use-read-ahead";
import { useRowActions } from "./use-row-actions";
import type { SelectionModel } from "./use-selection";
import { useRowWindow } from "./use-row-window";
import { useSelectionKeys } from "./use-selection-keys";
import { useStableScroll } from "./use-stable-scroll";
import type { ThreadListModel } from "./use-thread-list";
import { useViewer } from "./viewer";

export type VirtualRowsProps = {
  list: ThreadListModel;
  selection: SelectionModel;
  openId: number | null;
  onOpen: (id: number, options?: { replace?: boolean }) => void;
};

const COMPACT_HEIGHT = { mouse: 34, finger: 44 };

/** The rows that are in view, and a few around them. One tab stop; arrows, j and k move inside. */
export function VirtualRows({ list, selection, openId, onOpen }: VirtualRowsProps) {
  const { rows, query, address } = list;
  const t = useTranslations("inbox.list");
  const { now, words } = useViewer();
  const scroller = useRef<HTMLDivElement>(null);
  const { isCompact, heightOf } = useRowHeight();
  const items = useItems(list);
  const view = useRowWindow(scroller, items, heightOf);
  const arrived = useStableScroll(scroller, items, heightOf);
  const { stop, setStop } = useListStop(rows, openId);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);

  const goTo = (id: number) => {
    setStop(id);
    const index = items.findIndex((item) => item.kind === "row" && item.row.id === id);
    // The first row comes with the heading above it.
    view.show(index === 1 ? 0 : index);
    focusRow(scroller, id);
  };
  useFollowOpen(openId, order, goTo);
  const focus = useListFocus(scroller, rows);
  const keys = useListKeys({ rows, openId, stopId: stop, goTo, onOpen });
  const chooseAll = useChooseAll(list, selection);
  useSelectionKeys({ order, stopId: stop, selection, goTo, onChooseAll: chooseAll });
  const present = usePresent();
  const actions = useRowActions({ rows, order, openId, stopId: stop, selection, onOpen });
  useDropGone(order, selection);
  useReadAhead(view.inView.flatMap((item) => (item.kind === "row" ? [item.row] : [])));

  const readOn = useEffectEvent(() => void query.fetchNextPage());
  const isNearEnd =
    query.hasNextPage && !query.isFetchingNextPage && !query.isFetchNextPageError && view.end > items.length - 15;
  useEffect(() => {
    if (isNearEnd) readOn();
  }, [isNearEnd]);
  const waitingAt = address.view === "inbox" || sortOf(address) === "waiting" ? now : null;

  return (
    <div className="relative min-h-0 flex-1">
      {arrived.count > 0 ? (
        <Button
          variant="primary"
          size="sm"
          icon={<ArrowUp aria-hidden />}
          onClick={arrived.show}
          className="absolute top-2 left-1/2 z-sticky -translate-x-1/2 shadow-2"
        >
          {t("arrived", { count: arrived.count })}
        </Button>
      ) : null}
      <div
        ref={scroller}
        {...keys}
        onFocus={(event) => {
          focus.onFocus();
          const id = focusedId(event);
          if (id !== null) setStop(id);
        }}
        onBlur={focus.onBlur}
        className="h-full overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <ul aria-label={t("label")} className="relative mt-[var(--held,0px)]" style={{ height: view.height }}>
          {view.shown.map(({ item, start, size }) => (
            <li
              key={item.key}
              className="absolute inset-x-0 top-0"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {item.kind === "heading" ? (
                <DayHeading heading={item.heading} />
              ) : (
                <ThreadRow
                  row={item.row}
                  present={present.get(item.row.id)}
                  words={words}
                  waitingAt={waitingAt}
                  search={list.locationSearch}
                  isCompact={isCompact}
                  isOpen={item.row.id === openId}
                  isStop={item.row.id === stop}
                  isChosen={selection.ids.has(item.row.id)}
                  isChoosing={selection.count > 0}
                  actions={actions}
                />
              )}
            </li>
          ))}
        </ul>
        {query.isFetchingNextPage ? <p className="px-5.5 py-3 text-12 text-text-3">{t("more")}</p> : null}
        {query.isFetchNextPageError && !query.isFetchingNextPage ? (
          <p role="alert" className="flex items-center gap-2 px-5.5 py-3 text-12 text-text-2">
            {t("moreFailed")}
            <Button size="sm" onClick={() => void query.fetchNextPage()}>
              {t("again")}
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A row that comes back with its thread may be drawn a moment after it. */
const ROW_COMES_MS = 150;

/** Whoever is in the list when another thread opens comes to its row: keys are about what is seen, also where a done thread stays. */
function useFollowOpen(openId: number | null, order: number[], goTo: (id: number) => void): void {
  const before = useRef(openId);
  const isAwaited = useRef(false);
  /** @returns false where somebody is in the list and has no row to go to */
  const follow = useEffectEvent((): boolean => {
    const row = focusedElement()?.closest("[data-thread]");
    if (openId === null || !row || row.getAttribute("data-thread") === String(openId)) return true;
    if (order.includes(openId)) goTo(openId);
    return order.includes(openId);
  });
  useLayoutEffect(() => {
    if (before.current === openId && !isAwaited.current) return;
    before.current = openId;
    isAwaited.current = !follow();
  }, [openId, order]);
  useLayoutEffect(() => {
    if (openId === null || !isAwaited.current) return undefined;
    const giveUp = () => {
      const isStill = isAwaited.current;
      isAwaited.current = false;
      if (isStill && (isFocusLost() || !follow())) focusThread(openId, document.activeElement);
    };
    const waiting = setTimeout(giveUp, ROW_COMES_MS);
    return () => clearTimeout(waiting);
  }, [openId]);
}

/** What has left the list is not chosen any more: nobody sees that it is. */
function useDropGone(order: number[], selection: SelectionModel): void {
  const before = useRef(order);
  const drop = useEffectEvent((gone: number[]) => selection.drop(gone));
  useEffect(() => {
    const now = new Set(order);
    const gone = before.current.filter((id) => !now.has(id));
    before.current = order;
    if (gone.length > 0) drop(gone);
  }, [order]);
}

function useItems({ rows, query }: ThreadListModel) {
  const { viewer, now } = useViewer();
  const { timeZone } = viewer;
  const hasMore = query.hasNextPage;
  return useMemo(() => listItems(rows, { now, timeZone, hasMore }), [rows, now, timeZone, hasMore]);
}

function useRowHeight() {
  const { viewer } = useViewer();
  const isFinger = useCoarsePointer();
  const isCompact = viewer.preferences.density === "compact";
  const height = isCompact ? COMPACT_HEIGHT[isFinger ? "finger" : "mouse"] : ROW_HEIGHT;
  const heightOf = useMemo(() => heightIn(height), [height]);
  return { isCompact, heightOf };
}

const focusedId = ({ target }: FocusEvent): number | null =>
  Number(target.closest("[data-thread]")?.getAttribute("data-thread")) || null;

/** The row may be drawn only after the scrolling, so that it is looked for in the next frames. */
function focusRow(scroller: { current: HTMLElement | null }, id: number, tries = 5): void {
  const row = scroller.current?.querySelector<HTMLElement>(`[data-thread="${id}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(scroller, id, tries - 1));
}
