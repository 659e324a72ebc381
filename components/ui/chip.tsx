import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  plain: "bg-sunken text-text",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
} as const;

/** A person, a file or a filter that stands for itself and can be taken out. */
export function Chip({
  tone = "plain",
  icon,
  children,
  onRemove,
  removeLabel,
  className,
}: {
  tone?: keyof typeof TONES;
  icon?: ReactNode;
  children: ReactNode;
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-6 max-w-full items-center gap-1.5 rounded-2 px-1.5 text-12 [&>svg]:size-3.5 [&>svg]:shrink-0",
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {onRemove ? (
        <button
          type="button"
          onClick={onRemove}
          aria-label={removeLabel}
          className="relative -mr-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded-1 before:absolute before:-inset-1 hover:bg-pressed"
        >
          <X aria-hidden className="size-3 stroke-2" />
        </button>
      ) : null}
    </span>
  );
}
