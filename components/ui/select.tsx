import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";

/** The platform's own list of choices: right with keys, touch and screen readers without a line of ours. */
export function Select({ className, children, ...props }: ComponentProps<"select">) {
  return (
    <span className={cn("relative inline-flex base:w-full", className)}>
      <select {...props} className={cn(controlClass, "h-control-lg appearance-none pr-7 touch:h-control-touch")}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-text-3"
      />
    </span>
  );
}
