import { memo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { isMovable, isPast, itemKey, type ItemState, itemStateOf } from "./item-state";
import { ItemMark } from "./item-mark";
import type { PlacedItem } from "./stack-items";
import type { ItemWords } from "./use-item-words";
import { useDragSource } from "./use-drag-source";

/** How high a line of a lane is, in px. */
export const LINE_PX = 23;

type ItemViewProps = { placed: PlacedItem; top: number; isShown: boolean; words: ItemWords };

/** One item in its lane: its mark stands at its time. Presses are heard by the lanes around it. */
export const ItemView = memo(function ItemView({ placed, top, isShown, words }: ItemViewProps) {
  const { item, left, width, isFlipped } = placed;
  const element = useRef<HTMLDivElement>(null);
  const state = itemStateOf(item);
  const mayMove = isMovable(item);
  useDragSource(element, { item, thread: null }, mayMove);
  const step = words.step(item);
  return (
    <div
      ref={element}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- Firefox drags no buttons
      role="button"
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-expanded={isShown}
      data-item={itemKey(item)}
      data-state={state}
      data-movable={mayMove || undefined}
      style={{ left: isFlipped ? left - width : left - 7, top, width: width + 7 }}
      className={cn(
        "group absolute flex h-5.5 items-center gap-1 rounded-2 text-12 select-none [-webkit-touch-callout:none]",
        isFlipped && "flex-row-reverse",
      )}
    >
      <ItemMark state={state} />
      <span
        className={cn(
          "flex min-w-0 items-center gap-1 rounded-2 px-1 leading-5 whitespace-nowrap",
          isShown ? "bg-accent text-text-on-accent" : toneOf(state),
          state === "dropped" && "line-through",
        )}
      >
        {item.isAllDay ? null : <span className="tabular-nums">{words.time(item)}</span>}
        <span dir="auto" className="min-w-0 truncate">
          {words.title(item)}
        </span>
        <span className="sr-only">{words.unseen(item)}</span>
        {step ? <span className={cn("text-11", isShown ? "" : "text-text-3")}>{step}</span> : null}
      </span>
    </div>
  );
});

function toneOf(state: ItemState): string {
  if (isPast(state)) return "text-text-3";
  return state === "if_no_reply" ? "bg-surface text-text group-hover:bg-selected" : "bg-accent-soft text-text";
}
