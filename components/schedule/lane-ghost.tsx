import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useCarry } from "./carry-store";
import { isLaneRefused } from "./carry-times";
import { type LaneAxis, placeOnAxis } from "./lane-axis";
import type { Lane } from "./lanes-of";
import { useScheduleScreen } from "./schedule-context";

const WIDTH_PX = 168;

/** Where what is carried would be in this lane, with both clocks; in the lane of another mailbox that it may not be there. */
export function LaneGhost({ lane, axis, line }: { lane: Lane; axis: LaneAxis; line: number }) {
  const t = useTranslations("schedule");
  const carry = useCarry((now) => (now?.over === lane.key && now.at !== null ? now : null));
  const { carrying, address } = useScheduleScreen();
  const left = carry?.at == null ? null : placeOnAxis(axis, new Date(carry.at));
  if (!carry || carry.at === null || left === null) return null;
  const isRefused = isLaneRefused(carry, address.lanes);
  const outside = carrying.words.outsideAt(carry, new Date(carry.at));
  const isAtEnd = left + WIDTH_PX > axis.width;
  return (
    <div
      aria-hidden
      data-ghost
      style={{ left: isAtEnd ? left - WIDTH_PX : left, top: line, width: WIDTH_PX }}
      className={cn(
        "pointer-events-none absolute z-sticky rounded-2 border border-dashed px-1.5 py-0.5 text-12 shadow-2",
        isRefused
          ? "border-bad bg-bad-soft text-bad"
          : outside
            ? "border-warn bg-warn-soft text-warn"
            : "border-accent bg-accent-soft text-accent-text",
      )}
    >
      <p className="truncate font-medium tabular-nums">
        {isRefused ? t("notHere") : carrying.words.timeOf(carry, carry.at)}
      </p>
      <p className="truncate">
        {outside && !isRefused ? carrying.words.outsideWords(outside) : carrying.words.nameOf(carry)}
      </p>
    </div>
  );
}
