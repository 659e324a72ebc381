"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ThreadRow as Row } from "@/lib/domain/thread-view";
import { type DayHeading, heightOf, listItems } from "./list-items";
import { ThreadRow } from "./thread-row";
import { useListFocus } from "./use-list-focus";
import { useListKeys } from "./use-list-keys";
import { useStableScroll } from "./use-stable-scroll";
import { useViewer } from "./viewer";

type VirtualRowsProps = {
  rows: Row[];
  openId: number | null;
  hasMore: boolean;
  isReadingMore: boolean;
  search: string;
  onMore: () => void;
  onOpen: (id: number, options?: { replace?: boolean }) => void;
  onDone: (row: Row) => void;
};

const FIRST_SIZE = { width: 364, height: 900 };

/** The rows that are in view, and a few around them. One tab stop; arrows, j and k move inside. */
export function VirtualRows(props: VirtualRowsProps) {
  const { rows, openId, hasMore, isReadingMore, search, onMore, onOpen, onDone } = props;
  const t = useTranslations("inbox.list");
  const { viewer, now, words } = useViewer();
  const scroller = useRef<HTMLDivElement>(null);
  const [stopId, setStopId] = useState<number | null>(null);
  const items = useMemo(() => listItems(rows, now, viewer.timeZone), [rows, now, viewer.timeZone]);
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled here, and its answers are used in this drawing only
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(items[index]!),
    getItemKey: (index) => items[index]!.key,
    overscan: 6,
    initialRect: FIRST_SIZE,
  });
  const arrived = useStableScroll(scroller, items);
  const stop = rows.find(({ id }) => id === (stopId ?? openId))?.id ?? rows[0]?.id ?? null;

  const goTo = (id: number) => {
    setStopId(id);
    const index = items.findIndex((item) => item.kind === "row" && item.row.id === id);
    virtual.scrollToIndex(index === 1 ? 0 : index, { align: "auto" });
    focusRow(scroller, id);
  };
  const focus = useListFocus(scroller, rows);
  const keys = useListKeys({ rows, openId, stopId: stop, goTo, onOpen, onDone });

  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const readOn = useEffectEvent(onMore);
  const isNearEnd = hasMore && !isReadingMore && lastShown >= items.length - 15;
  useEffect(() => {
    if (isNearEnd) readOn();
  }, [isNearEnd]);

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
        {...focus}
        {...keys}
        className="h-full overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <ul aria-label={t("label")} className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start, size }) => {
            const item = items[index]!;
            return (
              <li
                key={key}
                className="absolute inset-x-0 top-0"
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                {item.kind === "heading" ? (
                  <Heading heading={item.heading} />
                ) : (
                  <ThreadRow
                    row={item.row}
                    words={words}
                    search={search}
                    isOpen={item.row.id === openId}
                    isStop={item.row.id === stop}
                    onOpen={onOpen}
                    onDone={onDone}
                  />
                )}
              </li>
            );
          })}
        </ul>
        {isReadingMore ? <p className="px-5.5 py-3 text-12 text-text-3">{t("more")}</p> : null}
      </div>
    </div>
  );
}

function Heading({ heading }: { heading: DayHeading }) {
  const t = useTranslations("inbox.list");
  const { words } = useViewer();
  const { name, at } = heading;
  return (
    <h2 className="flex h-6 items-center border-b border-line bg-surface-2 px-5.5 text-11 text-text-3">
      {name === "today" || name === "yesterday" ? t(name) : name === "day" ? words.heading(at) : words.month(at)}
    </h2>
  );
}

/** The row may be drawn only after the scrolling, so that it is looked for in the next frames. */
function focusRow(scroller: { current: HTMLElement | null }, id: number, tries = 5): void {
  const row = scroller.current?.querySelector<HTMLElement>(`[data-thread="${id}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(scroller, id, tries - 1));
}
