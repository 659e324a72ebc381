import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { DayCapacity } from "@/lib/domain/schedule-item";
import type { AxisDay } from "./lane-axis";

/** From here on a day is nearly full. */
const NEARLY = 0.85;

export type Fullness = "room" | "nearly" | "over";
export const fullnessOf = (used: number, cap: number): Fullness =>
  used > cap ? "over" : used > 0 && used >= cap * NEARLY ? "nearly" : "room";

const BARS: Record<Fullness, string> = { room: "bg-text-3", nearly: "bg-warn-mark", over: "bg-bad" };
export const FULLNESS_TEXTS: Record<Fullness, string> = { room: "text-text-3", nearly: "text-warn", over: "text-bad" };

type CapacityLineProps = { day: AxisDay; capacity: DayCapacity | undefined };

/** How much of what a mailbox may send on a day is spoken for: a line and a figure. */
export function CapacityLine({ day, capacity }: CapacityLineProps) {
  if (!capacity || (day.isNarrow && capacity.used === 0)) return null;
  return (
    <div style={{ left: day.left + 6, width: day.width - 12 }} className="absolute top-1 flex h-4 items-center gap-2">
      {day.isNarrow ? null : <CapacityBar {...capacity} />}
      <CapacityFigure {...capacity} />
    </div>
  );
}

export function CapacityBar({ used, cap }: Pick<DayCapacity, "used" | "cap">) {
  const part = cap ? Math.min(1, used / cap) : 0;
  return (
    <span aria-hidden className="h-[3px] min-w-0 flex-1 rounded-full bg-sunken">
      <span
        style={{ width: `${part * 100}%` }}
        className={cn("block h-full rounded-full forced-color-adjust-none", BARS[fullnessOf(used, cap ?? Infinity)])}
      />
    </span>
  );
}

export function CapacityFigure({ used, cap }: Pick<DayCapacity, "used" | "cap">) {
  const t = useTranslations("schedule");
  return (
    <span className={cn("shrink-0 text-11 tabular-nums", FULLNESS_TEXTS[fullnessOf(used, cap ?? Infinity)])}>
      <span aria-hidden>{cap === null ? used : `${used}/${cap}`}</span>
      <span className="sr-only">{cap === null ? t("capacity.used", { used }) : t("capacity.of", { used, cap })}</span>
    </span>
  );
}
