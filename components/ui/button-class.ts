import { cn } from "./cn";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "quiet-danger" | "link";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-text-on-accent hover:bg-accent-hover active:bg-accent-pressed data-disabled:opacity-45",
  secondary:
    "border border-line-2 bg-raised base:text-text shadow-1 hover:bg-surface-2 active:bg-sunken data-disabled:text-text-off data-disabled:shadow-none",
  quiet: "base:text-text hover:bg-hover active:bg-pressed data-disabled:text-text-off data-popup-open:bg-pressed",
  danger: "bg-bad text-surface hover:opacity-90 active:opacity-80 data-disabled:opacity-45",
  "quiet-danger": "text-bad hover:bg-bad-soft active:bg-bad-soft data-disabled:text-text-off",
  link: "text-accent-text underline-offset-2 hover:underline data-disabled:text-text-off",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-control-sm min-h-control-sm base:px-2 base:text-12",
  md: "h-control min-h-control base:px-2.5 base:text-13",
  lg: "h-control-lg min-h-control-lg base:px-3 base:text-13",
};

/** The classes of a button, for links that look like one. */
export function buttonClass({
  variant = "secondary",
  size = "md",
}: { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined } = {}): string {
  return cn(
    "inline-flex base:shrink-0 items-center justify-center gap-1.5 rounded-2 font-medium whitespace-nowrap select-none",
    "transition-colors duration-1 touch:min-h-control-touch [&_svg]:size-[15px] [&_svg]:shrink-0 [&_svg]:stroke-[1.75]",
    SIZES[size],
    VARIANTS[variant],
    variant === "link" && "px-0",
  );
}
