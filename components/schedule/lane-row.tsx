import { useTranslations } from "next-intl";
import { Fragment, memo, useMemo } from "react";
import { isOnDay } from "@/lib/domain/absence";
import type { DayCapacity, PersonLoad, ScheduleItem } from "@/lib/domain/schedule-item";
import { AwayDay } from "./away-day";
import { CapacityLine } from "./capacity-line";
import { itemKey } from "./item-state";
import { ItemView, LINE_PX } from "./item-view";
import type { LaneAxis } from "./lane-axis";
import { LaneGhost } from "./lane-ghost";
import { LaneHead } from "./lane-head";
import { LoadBars } from "./load-bars";
import type { Lane } from "./lanes-of";
import { stackItems } from "./stack-items";
import { useItemWords } from "./use-item-words";
import { windowGaps } from "./window-gaps";

/** Room above the first line for what the mailbox may still send. */
const TOP_PX = 20;
/** And for the bars of a person's load. */
const LOAD_PX = 46;
const LEAST_LINES = 2;

type LaneRowProps = {
  lane: Lane;
  axis: LaneAxis;
  /** How many lines are drawn; what lies beyond is counted. */
  most: number;
  capacity: DayCapacity[];
  /** What lies before the person of the lane, for who looks after a team. */
  load: PersonLoad | undefined;
  shownKey: string | null;
  onMore: (date: string) => void;
};

/** A lane: whose it is, and over the days what lies in it. */
export const LaneRow = memo(function LaneRow({ lane, axis, most, capacity, load, shownKey, onMore }: LaneRowProps) {
  const t = useTranslations("schedule");
  const words = useItemWords();
  const stack = useMemo(() => stackItems(lane.items, axis, most), [lane.items, axis, most]);
  const gaps = useMemo(() => windowGaps(axis, lane.mailbox), [axis, lane.mailbox]);
  const top = load ? LOAD_PX : TOP_PX;
  const topOf = (line: number) => top + line * LINE_PX;
  const hasMore = stack.more.size > 0;
  const lines = Math.max(stack.lines + (hasMore ? 1 : 0), LEAST_LINES);
  return (
    <section
      aria-label={lane.mailbox?.address ?? lane.person?.name ?? t("nobody")}
      className="flex border-b border-line"
    >
      <LaneHead lane={lane} load={load} />
      <div
        data-lane={lane.key}
        style={{ minHeight: topOf(lines) + 6 }}
        className="relative min-w-0 flex-1 overflow-x-clip"
      >
        {gaps.map(({ left, width }) => (
          <span
            key={left}
            aria-hidden
            style={{ left, width }}
            className="absolute inset-y-0 bg-[repeating-linear-gradient(135deg,var(--hatch)_0_3px,transparent_3px_8px)]"
          />
        ))}
        {axis.days.map((day) => (
          <Fragment key={day.date}>
            <span aria-hidden style={{ left: day.left }} className="absolute inset-y-0 border-l border-line" />
            <CapacityLine
              day={day}
              capacity={capacity.find(({ date, mailboxId }) => date === day.date && mailboxId === lane.mailbox?.id)}
            />
            {load?.absences.some((absence) => isOnDay(absence, day.date)) ? <AwayDay day={day} /> : null}
            <LoadBars day={day} hours={axis.hours} load={load?.days.find(({ date }) => date === day.date)} />
            <More
              items={stack.more.get(day.date)}
              left={day.left}
              top={topOf(stack.lines)}
              onMore={() => onMore(day.date)}
            />
          </Fragment>
        ))}
        {stack.chains.map(({ key, line, left, width }) => (
          <span
            key={key}
            aria-hidden
            style={{ left, width, top: topOf(line) + 10 }}
            className="absolute border-t border-dashed border-accent"
          />
        ))}
        {stack.placed.map((placed) => (
          <ItemView
            key={itemKey(placed.item)}
            placed={placed}
            top={topOf(placed.line)}
            isShown={shownKey === itemKey(placed.item)}
            words={words}
          />
        ))}
        <LaneGhost lane={lane} axis={axis} line={top} />
      </div>
    </section>
  );
});

type MoreProps = { items: ScheduleItem[] | undefined; left: number; top: number; onMore: () => void };

/** What found no line: how many, and the way to the day on which they have room. */
function More({ items, left, top, onMore }: MoreProps) {
  const t = useTranslations("schedule");
  if (!items) return null;
  return (
    <button
      type="button"
      onClick={onMore}
      style={{ left: left + 4, top }}
      className="absolute h-5.5 rounded-2 bg-surface px-1 text-12 text-accent-text hover:bg-hover hover:underline"
    >
      {t("more", { count: items.length })}
    </button>
  );
}
