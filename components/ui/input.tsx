import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";

/** A one-line field. Inside a `Field` it takes its id and its description from there by the `control` render prop. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      {...props}
      className={cn(controlClass, "h-control-lg touch:h-control-touch base:read-only:bg-surface-2", className)}
    />
  );
}
