import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  accent: "bg-accent-soft text-text",
  good: "bg-good-soft text-text",
  warn: "bg-warn-soft text-text",
  bad: "bg-bad-soft text-text",
} as const;
const ICONS = {
  accent: "[&>svg]:text-accent-text",
  good: "[&>svg]:text-good",
  warn: "[&>svg]:text-warn",
  bad: "[&>svg]:text-bad",
};

/** One line about the whole pane; at most one a page. */
export function Banner({
  tone,
  icon,
  children,
  actions,
  className,
}: {
  tone: keyof typeof TONES;
  icon?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={cn(
        "flex flex-wrap items-center gap-x-3 gap-y-1 text-12 base:px-4 base:py-2 [&>svg]:size-[15px] [&>svg]:shrink-0 [&>svg]:stroke-[1.75]",
        TONES[tone],
        ICONS[tone],
        className,
      )}
    >
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
      {actions}
    </div>
  );
}
