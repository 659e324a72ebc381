"use client";

import { useTranslations } from "next-intl";
import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { cn } from "@/components/ui/cn";
import { PANE_LIMITS, type PaneName, withinLimits } from "./panes";
import { usePanes } from "./panes-provider";

const STEP = 16;
/** Which way the pane grows: the list to the right, the lead to the left. */
const GROWS = { list: 1, lead: -1 } as const;

/**
 * The edge of a pane, which can be dragged or moved with the arrow keys; Home and End go to its limits, Enter and a double
 * click to the usual width. While it is dragged only a style changes; the width is kept when it is let go.
 */
export function PaneSeparator({ pane, className }: { pane: PaneName; className?: string }) {
  const t = useTranslations("shell.panes");
  const { panes, change } = usePanes();
  const drag = useRef<{ from: number; width: number; scale: number } | null>(null);
  const limits = PANE_LIMITS[pane];
  const set = (width: number) => change({ [pane]: withinLimits(pane, width) });

  const widthAt = ({ clientX }: PointerEvent) => {
    const { from, width, scale } = drag.current!;
    return withinLimits(pane, width + ((clientX - from) / scale) * GROWS[pane]);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const drawn = paneOf(event.currentTarget, pane)?.getBoundingClientRect().width;
    drag.current = { from: event.clientX, width: drawn ? drawn / scale : panes[pane], scale };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (drag.current) frameOf(event.currentTarget)?.style.setProperty(`--${pane}-width`, rem(widthAt(event)));
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (drag.current && event.clientX !== drag.current.from) set(widthAt(event));
    drag.current = null;
  };
  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    drag.current = null;
    frameOf(event.currentTarget)?.style.setProperty(`--${pane}-width`, rem(panes[pane]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const width = widthByKey(event.key, panes[pane], pane);
    if (width === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    set(width);
  };
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule is drawn, and takes no focus
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(pane)}
      aria-valuenow={panes[pane]}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(limits.usual)}
      className={cn(
        "absolute inset-y-0 z-sticky hidden w-2 cursor-col-resize touch-none select-none lg:block",
        "after:absolute after:inset-y-0 after:left-1/2 after:w-0.5 after:-translate-x-1/2 after:transition-colors after:duration-1",
        "-outline-offset-1 hover:after:bg-accent-line active:after:bg-accent",
        className,
      )}
    />
  );
}

/** Widths follow the browser's own size of text. */
export const rem = (width: number): string => `${width / 16}rem`;

const frameOf = (separator: HTMLElement) => separator.closest<HTMLElement>("[data-frame]");
const paneOf = (separator: HTMLElement, pane: PaneName) =>
  frameOf(separator)?.querySelector<HTMLElement>(`[data-pane="${pane}"]`);

function widthByKey(key: string, width: number, pane: PaneName): number | null {
  const { min, max, usual } = PANE_LIMITS[pane];
  const by = STEP * GROWS[pane];
  return { ArrowRight: width + by, ArrowLeft: width - by, Home: min, End: max, Enter: usual }[key] ?? null;
}
