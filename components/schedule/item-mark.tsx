import {
  AlarmClock,
  Bell,
  Check,
  CircleAlert,
  CircleHelp,
  CircleX,
  CornerDownLeft,
  Hand,
  type LucideIcon,
  MessageSquareDiff,
  SquareCheck,
  X,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ItemState } from "./item-state";

const ICONS: Partial<Record<ItemState, { icon: LucideIcon; tone: string }>> = {
  sent: { icon: Check, tone: "text-text-3" },
  dropped: { icon: X, tone: "text-text-3" },
  approval: { icon: MessageSquareDiff, tone: "text-accent-text" },
  overdue: { icon: CircleAlert, tone: "text-bad" },
  held: { icon: Hand, tone: "text-warn" },
  unknown: { icon: CircleHelp, tone: "text-warn" },
  failed: { icon: CircleX, tone: "text-bad" },
  reminder: { icon: Bell, tone: "text-text-2" },
  snooze: { icon: AlarmClock, tone: "text-text-2" },
  task: { icon: SquareCheck, tone: "text-cat-meeting" },
  return: { icon: CornerDownLeft, tone: "text-cat-ooo" },
};

/** The mark of an item: a disc leaves for certain, a ring only if nobody replies, a bar is a meeting. It always stands beside words. */
export function ItemMark({ state, className }: { state: ItemState; className?: string }) {
  const look = ICONS[state];
  return (
    <span
      aria-hidden
      className={cn("inline-flex size-3.5 shrink-0 items-center justify-center", look?.tone, className)}
    >
      {look ? (
        <look.icon className="size-3.5 stroke-2" />
      ) : (
        <span className={cn("forced-color-adjust-none", shapeOf(state))} />
      )}
    </span>
  );
}

function shapeOf(state: ItemState): string {
  if (state === "meeting") return "h-3.5 w-0.5 bg-accent";
  if (state === "if_no_reply") return "size-2.5 rounded-full border-2 border-accent bg-surface";
  return "size-2.5 rounded-full bg-accent";
}
