import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export type IconButtonProps = Omit<ComponentProps<"button">, "type" | "children"> & {
  /** Its name for everybody who does not see the icon, and in the tooltip. */
  label: string;
  /** Its key as `aria-keyshortcuts` names it ("E", "Shift+F"); shown in the tooltip. */
  shortcut?: string;
  children: ReactNode;
};

/** A quiet square button around one icon. The page's one tooltip (`TooltipHost`) says its name and key. */
export function IconButton({ label, shortcut, className, children, disabled, ...props }: IconButtonProps) {
  const { "aria-keyshortcuts": spokenShortcut = shortcut } = props;
  return (
    <button
      {...props}
      type="button"
      disabled={disabled}
      data-disabled={disabled ? "" : undefined}
      data-tip={shortcut ?? ""}
      aria-label={label}
      aria-keyshortcuts={spokenShortcut}
      className={cn(
        "inline-flex size-control shrink-0 items-center justify-center rounded-2 text-text-2 transition-colors duration-1",
        "hover:bg-hover hover:text-text active:bg-pressed aria-pressed:bg-pressed data-disabled:text-text-off data-popup-open:bg-pressed",
        "touch:size-control-touch [&_svg]:size-[15px] [&_svg]:shrink-0 [&_svg]:stroke-[1.75] touch:[&_svg]:size-5",
        className,
      )}
    >
      {children}
    </button>
  );
}
